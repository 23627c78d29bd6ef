import { nodesOf, type Node } from "./json-ld.js";
import type { Hear } from "./shop-events.js";
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

/** Beyond this a dataLayer is broken; what is behind is left unread. */
export const mostEntries = 2000;

/**
 * GA4's events, and the actions of Universal Analytics, still pushed by many shops. `view_cart` and `begin_checkout` show
 * again what `add_to_cart` has counted, so they weigh as a list.
 * https://developers.google.com/analytics/devguides/collection/ga4/reference/events
 */
const kinds = Object.entries({
  view: "view_item detail",
  list: "view_item_list view_cart begin_checkout view_promotion impressions",
  select: "select_item select_promotion click",
  search: "search",
  cart: "add_to_cart add",
  uncart: "remove_from_cart remove",
  purchase: "purchase",
  like: "add_to_wishlist",
}) as [SignalKind, string][];

const kindOf = (name: unknown): SignalKind | undefined =>
  kinds.find(([, names]) => names.split(" ").includes(name as string))?.[0];

/** A signal but for its time and page. */
type Told = Omit<Signal, "at" | "page">;

/** What happened to which items: their topics together; item and facets only of a single one, for a list has no brand. */
function signalsOf(name: unknown, params: Node, hear?: Hear): Told[] {
  const kind = kindOf(name);
  if (!kind) return [];
  hear?.(kind, name as string, params);
  const items = nodesOf(params.items);
  const only = items.length === 1 ? { currency: params.currency, ...items[0] } : {};
  const topics = kind === "search" ? searchTopic(params.search_term) : mergeTopics(items.flatMap(topicsOf));
  const item = itemOf(only);
  if (topics.length === 0 && !item) return [];
  const order = plain(params.transaction_id);
  return [known<Told>({ kind, topics, item, facets: facetsOf(only), order })];
}

/**
 * Reads entries one by one as they are pushed; keeps what an entry leaves for the next one. Never throws.
 * @param hear gets every event that is a signal, with its parameters, also where it names nothing
 */
export function createDataLayerReader(hear?: Hear): (entry: unknown) => Told[] {
  // As in Tag Manager, `ecommerce` stays until its event uses it up or `{ecommerce: null}` resets it.
  let pending: unknown;

  function read(entry: Node): Told[] {
    // gtag pushes its `arguments`: ["event", name, parameters].
    if (entry[0] === "event") return signalsOf(entry[1], { ...(entry[2] as Node) }, hear);
    if (entry.ecommerce !== undefined) pending = entry.ecommerce;
    const ecommerce = { ...(pending as Node) };
    const actions = Object.keys(ecommerce).filter(kindOf);
    const signals = actions.flatMap((action) => {
      // Universal Analytics; impressions are the list itself, every other action holds one.
      const { actionField, products: items = ecommerce[action] } = ecommerce[action] as Node;
      const { id } = { ...(actionField as Node) };
      return signalsOf(action, { items, currency: ecommerce.currencyCode, transaction_id: id }, hear);
    });
    if (!actions[0]) signals.push(...signalsOf(entry.event, { ...entry, ...ecommerce }, hear));
    if (signals[0]) pending = undefined;
    return signals;
  }

  return (entry) => {
    try {
      return read(entry as Node);
    } catch {
      // Survived: an entry is the host's own and may be anything, nothing or an object whose getters throw included.
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
export function readDataLayer(
  entries: readonly unknown[],
  { now: at = Date.now(), page }: DataLayerOptions = {},
): Signal[] {
  const read = createDataLayerReader();
  try {
    const told = entries.slice(0, mostEntries).flatMap(read);
    return told.map((signal) => ({ ...signal, at, ...(page && { page }) }));
  } catch {
    // Survived: what the page calls its dataLayer is no list.
    return [];
  }
}
