import { createEventReader, type Happening } from "./data-layer-event.js";
import { subjectOf } from "./data-layer-item.js";
import { searchTopics } from "./search-topics.js";
import type { Signal, Subject } from "./signal.js";
import { known, plain } from "./text.js";

export interface DataLayerOptions {
  /** Time of the signals, ms since 1970; the present when absent. */
  now?: number;
  /** Identity of the page the entries were pushed on. */
  page?: string;
}

/** Beyond this a dataLayer is broken; entries behind are left unread. */
const mostEntries = 2000;

function subjectIn({ kind, params, items, currency }: Happening): Subject {
  return kind === "search" ? { topics: searchTopics(params.search_term) } : subjectOf(items, currency);
}

/** Reads entries one by one as they are pushed; keeps what an entry leaves for the next one. Never throws. */
export function createDataLayerReader(): (entry: unknown, options: DataLayerOptions) => Signal[] {
  const read = createEventReader();
  return (entry, { now: at = Date.now(), page }) => {
    try {
      const happening = read(entry);
      if (!happening) return [];
      const { kind, params } = happening;
      const order = kind === "purchase" ? plain(params.transaction_id) : undefined;
      const subject = subjectIn(happening);
      if (subject.topics.length === 0 && !subject.item) return [];
      return [known<Signal>({ kind, ...subject, order, at, page })];
    } catch {
      // Survived: an entry is the host's own object and may hold anything, getters that throw included.
      return [];
    }
  };
}

function copy(entries: readonly unknown[]): unknown[] {
  try {
    return Array.prototype.slice.call(entries, 0, mostEntries);
  } catch {
    // Survived: what the page calls its dataLayer is no list.
    return [];
  }
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
  return copy(entries).flatMap((entry) => read(entry, options));
}
