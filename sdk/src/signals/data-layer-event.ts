import { isNode, type Node } from "./json-ld.js";
import type { SignalKind } from "./signal.js";

/** One entry of the dataLayer, brought to one shape: what happened, to which items. */
export interface Happening {
  kind: SignalKind;
  /** Parameters of the event: `search_term`, `transaction_id`. */
  params: Node;
  items: unknown;
  currency: unknown;
}

/**
 * GA4's events by kind. `view_cart` and `begin_checkout` show again what `add_to_cart` has counted, so they weigh as a list.
 * https://developers.google.com/analytics/devguides/collection/ga4/reference/events
 */
const ga4 = new Map<unknown, SignalKind>([
  ["view_item", "view"],
  ["view_item_list", "list"],
  ["select_item", "select"],
  ["search", "search"],
  ["view_search_results", "search"],
  ["add_to_cart", "cart"],
  ["remove_from_cart", "uncart"],
  ["view_cart", "list"],
  ["begin_checkout", "list"],
  ["purchase", "purchase"],
  ["add_to_wishlist", "like"],
  ["view_promotion", "list"],
  ["select_promotion", "select"],
]);

/** Universal Analytics' enhanced e-commerce, still pushed by many shops; the key alone says what happened. */
const universal: readonly (readonly [key: string, kind: SignalKind])[] = [
  ["purchase", "purchase"],
  ["add", "cart"],
  ["remove", "uncart"],
  ["click", "select"],
  ["detail", "view"],
  ["impressions", "list"],
];

function fromUniversal(ecommerce: Node): Happening | undefined {
  const [key = "", kind] = universal.find(([name]) => ecommerce[name]) ?? [];
  const action = ecommerce[key];
  if (!kind) return undefined;
  // Impressions are the list itself, every other action holds one.
  const { actionField, products = action } = action as Node;
  const params = { transaction_id: isNode(actionField) ? actionField.id : undefined };
  return { kind, params, items: products, currency: ecommerce.currencyCode };
}

function fromGa4(name: unknown, params: Node): Happening | undefined {
  const kind = ga4.get(name);
  return kind && { kind, params, items: params.items, currency: params.currency };
}

/** Reads entries in order, since an `ecommerce` object may be pushed before the event it belongs to. */
export function createEventReader(): (entry: unknown) => Happening | undefined {
  let pending: Node | undefined;
  return (entry) => {
    if (typeof entry !== "object" || entry === null) return undefined;
    const pushed = entry as Node;
    // gtag pushes its `arguments`: ["event", name, parameters].
    if (pushed[0] === "event") return fromGa4(pushed[1], isNode(pushed[2]) ? pushed[2] : {});
    const { event, ecommerce } = pushed;
    if (ecommerce === undefined && !ga4.has(event)) return undefined;
    // `{ecommerce: null}` resets.
    const own = isNode(ecommerce) ? ecommerce : ecommerce === null ? undefined : pending;
    const found = (own && fromUniversal(own)) ?? fromGa4(event, own ?? pushed);
    // An `ecommerce` without event waits for its event, which uses it up.
    pending = event === undefined && !found ? own : undefined;
    return found;
  };
}
