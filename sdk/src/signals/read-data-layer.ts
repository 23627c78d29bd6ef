import { isNode, listOf, type Node } from "./json-ld.js";
import type { Signal, SignalKind } from "./signal.js";
import { known, plain } from "./text.js";
import { facetsOf, itemOf, topicsOf } from "./thing.js";
import { mergeTopics, searchTopic } from "./topic.js";

export interface DataLayerOptions {
  /** Time of the signals, ms since 1970; the present when absent. */
  now?: number;
  /** Identity of the page the entries were pushed on. */
  page?: string;
}

/** Beyond these a dataLayer is broken; what is behind is left unread. */
export const mostEntries = 2000;
const mostItems = 200;

/**
 * GA4's events by kind, then the actions of Universal Analytics, still pushed by many shops. `view_cart` and
 * `begin_checkout` show again what `add_to_cart` has counted, so they weigh as a list.
 * https://developers.google.com/analytics/devguides/collection/ga4/reference/events
 */
const kinds: Record<string, SignalKind> = {
  view_item: "view",
  view_item_list: "list",
  select_item: "select",
  search: "search",
  add_to_cart: "cart",
  remove_from_cart: "uncart",
  view_cart: "list",
  begin_checkout: "list",
  purchase: "purchase",
  add_to_wishlist: "like",
  view_promotion: "list",
  select_promotion: "select",
  detail: "view",
  impressions: "list",
  click: "select",
  add: "cart",
  remove: "uncart",
};

const kindOf = (name: unknown): SignalKind | undefined =>
  typeof name === "string" && Object.hasOwn(kinds, name) ? kinds[name] : undefined;

/** What happened to which items: their topics together; item and facets only of a single one, for a list has no brand. */
function signalsOf(name: unknown, params: Node, { now = Date.now(), page }: DataLayerOptions): Signal[] {
  const kind = kindOf(name);
  if (!kind) return [];
  const items = listOf(params.items).slice(0, mostItems).filter(isNode);
  const only = items.length === 1 ? { currency: params.currency, ...items[0] } : {};
  const topics = kind === "search" ? searchTopic(params.search_term) : mergeTopics(items.flatMap(topicsOf));
  const item = itemOf(only);
  const order = kind === "purchase" ? plain(params.transaction_id) : undefined;
  if (topics.length === 0 && !item) return [];
  return [known<Signal>({ kind, topics, item, facets: facetsOf(only), order, at: now, page })];
}

/** Universal Analytics' `{add: {actionField, products}}` in GA4's words; impressions are the list itself. */
function paramsOf(action: unknown, currency: unknown): Node {
  const { actionField, products = action } = action as Node;
  return { items: products, currency, transaction_id: isNode(actionField) ? actionField.id : undefined };
}

/** Reads entries one by one as they are pushed; keeps what an entry leaves for the next one. Never throws. */
export function createDataLayerReader(): (entry: unknown, options: DataLayerOptions) => Signal[] {
  // As in Tag Manager, `ecommerce` stays until its event uses it up or `{ecommerce: null}` resets it.
  let pending: unknown;
  const read = (entry: Node, options: DataLayerOptions): Signal[] => {
    // gtag pushes its `arguments`: ["event", name, parameters].
    if (entry[0] === "event") return signalsOf(entry[1], { ...(entry[2] as Node) }, options);
    if (entry.ecommerce !== undefined) pending = entry.ecommerce;
    const ecommerce = isNode(pending) ? pending : {};
    const actions = Object.keys(ecommerce).filter(kindOf);
    const signals = actions.flatMap((name) =>
      signalsOf(name, paramsOf(ecommerce[name], ecommerce.currencyCode), options),
    );
    if (actions.length === 0) signals.push(...signalsOf(entry.event, { ...entry, ...ecommerce }, options));
    if (signals.length > 0) pending = undefined;
    return signals;
  };
  return (entry, options) => {
    try {
      return isNode(entry) || Array.isArray(entry) ? read(entry as Node, options) : [];
    } catch {
      // Survived: an entry is the host's own object and may hold anything, getters that throw included.
      return [];
    }
  };
}

/**
 * The GA4 e-commerce events of a dataLayer as signals, one per event. Understands `{event, ecommerce}` (Tag Manager), gtag's
 * arguments `["event", name, parameters]`, `{ecommerce: null}`, and Universal Analytics' `detail`, `add`, `purchase` ….
 * A signal's topics are those of all its items (at most 200); `item` and `facets` stand for a single item. Never throws.
 * @returns the signals in the entries' order; `order` is the transaction id
 * @example readDataLayer(window.dataLayer ?? [], { page: location.pathname })
 */
export function readDataLayer(entries: readonly unknown[], options: DataLayerOptions = {}): Signal[] {
  const read = createDataLayerReader();
  try {
    return entries.slice(0, mostEntries).flatMap((entry) => read(entry, options));
  } catch {
    // Survived: what the page calls its dataLayer is no list.
    return [];
  }
}
