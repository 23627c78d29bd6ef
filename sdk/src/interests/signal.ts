/** What a signal says the visitor did. */
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

/** A topic by id, or with its weight (default 1), its label for people, and its ancestors, nearest first. */
export type TopicRef = string | { id: string; weight?: number; label?: string; parents?: readonly string[] };

/** One thing that happened, as the model takes it in. Structurally the same as what `heimspiel/signals` reads. */
export interface Signal {
  kind: SignalKind;
  topics: readonly TopicRef[];
  /** Attributes of what was seen: brand, size, price band … */
  facets?: Record<string, string>;
  item?: { id?: string; name?: string; price?: number; currency?: string; quantity?: number };
  /** When, in ms since 1970. */
  at: number;
  /** Identity of the page; only 16 bits of its hash are kept. */
  page?: string;
  /** Identity of the order, to recognise one that is reported twice; only a hash is kept. */
  order?: string;
  /** For `declare`: what the visitor told, and how it is called. */
  name?: string;
  value?: string | number | boolean;
}
