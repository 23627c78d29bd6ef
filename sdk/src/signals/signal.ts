/** What a visitor did, in the words of docs: each kind has its own weight in the interest model. */
export type SignalKind =
  | "view"
  | "dwell"
  | "scroll"
  | "list"
  | "select"
  | "search"
  | "filter"
  | "like"
  | "cart"
  | "uncart"
  | "purchase"
  | "declare"
  | "dismiss";

/** A topic with what the page told about it; a bare string is its id. */
export type TopicRef =
  | string
  | {
      id: string;
      /** Factor on the kind's weight; 1 when absent. */
      weight?: number;
      /** The merchant's own words, for explanations. */
      label?: string;
      /** Ids of the ancestors, nearest first. */
      parents?: readonly string[];
    };

/** The product a signal is about. `price` is per piece, in `currency` as the page writes it. */
export interface Item {
  id?: string;
  name?: string;
  price?: number;
  currency?: string;
  quantity?: number;
}

/** One observation. It stays on the device. */
export interface Signal {
  kind: SignalKind;
  topics: readonly TopicRef[];
  /** Attribute preferences by name, values as slugs: `{ brand: "acme" }`. */
  facets?: Record<string, string>;
  item?: Item;
  /** Milliseconds since 1970. */
  at: number;
  /** Identity of the page: its path, without query and fragment. Never stored in clear. */
  page?: string;
  /** Transaction id, only to recognise a repeat on this device; never sent. */
  order?: string;
  name?: string;
  value?: string | number | boolean;
}

/** What a page is about, for signals that say only that something happened on it (dwell, scroll). */
export type Subject = Pick<Signal, "topics" | "facets" | "item">;
