import type { SignalKind } from "./signal.js";

/**
 * What is kept of one topic, or of one value of an attribute: sums and counts, no history. Times are ms since 1970; of the
 * optional ones 0 says the same as none.
 */
export interface Topic {
  /** Decayed with the long half-life, as of `at`. */
  score: number;
  /** Decayed with the visit half-life, as of `at`. */
  visit: number;
  /** The last signal. */
  at: number;
  /** The first signal, in days since 1970. */
  first: number;
  /** Enough to act on: one declaration or purchase, or enough signals on enough different pages. */
  evident?: boolean;
  /** Signals that spoke for the topic. */
  signals: number;
  counts: Partial<Record<SignalKind, number>>;
  /** At most 16 different pages, by 16 bits of their hash; 1 where the page was looked at. */
  pages: Readonly<Record<string, 0 | 1>>;
  label?: string;
  /** The last page that was looked at. */
  looked?: number;
  /** The visitor said so. */
  declared?: number;
  /** Last purchase in the topic or below it. */
  bought?: number;
  /** The end of its rest after the last purchase of which this was the most specific topic. */
  rests?: number;
  /** The visitor said "not interested". */
  muted?: number;
  /** How many prices have been seen of products whose most specific topic this was, at most 20, and their geometric mean. */
  prices?: number;
  price?: number;
}

/** A topic of which nothing is known. */
export const newTopic: Topic = {
  score: 0,
  visit: 0,
  at: 0,
  first: Infinity,
  signals: 0,
  counts: {},
  pages: {},
};

/** What the shop's pages told of the cart: pieces, and what they cost together where that was told, too. */
export interface Cart {
  items: number;
  value?: number;
}

/** Book-keeping of visits. `before` is the end of the visit before this one, 0 in the first. */
export interface Visit {
  count: number;
  pages: number;
  start: number;
  last: number;
  before?: number;
  /** By which channel it began: "email", "search". */
  channel?: string;
  cart?: Cart;
}

/** A fact in the visitor's own words. */
export interface Declared {
  value: string | number | boolean;
  at: number;
}

/** Everything the device remembers about interests: plain data, at most 32 KB as JSON. */
export interface Profile {
  v: 1;
  topics: Readonly<Record<string, Topic>>;
  /** By name and value with a line feed between them, which is in neither. */
  facets: Readonly<Record<string, Topic>>;
  declared: Readonly<Record<string, Declared>>;
  /** The times of purchases already counted, by their hashes. */
  orders: Readonly<Record<string, number>>;
  visit: Visit;
  campaign?: { id: string; until: number; channel?: string };
}

/**
 * The profile of a visitor of whom nothing is known.
 * @returns a new profile of version 1
 * @example
 * const profile = fold(emptyProfile(), signal, Date.now());
 */
export function emptyProfile(): Profile {
  return {
    v: 1,
    topics: {},
    facets: {},
    declared: {},
    orders: {},
    visit: { count: 0, pages: 0, start: 0, last: 0 },
  };
}
