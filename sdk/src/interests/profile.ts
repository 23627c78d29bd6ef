import type { SignalKind } from "./signal.js";

/** What is kept of one topic: sums and counts, no history. Times are ms since 1970. */
export interface Topic {
  /** Decayed with the long half-life, as of `at`. */
  score: number;
  /** Decayed with the visit half-life, as of `at`. */
  visit: number;
  /** The last signal. */
  at: number;
  /** The first signal, in days since 1970. */
  first: number;
  /** Signals that spoke for the topic. */
  signals: number;
  counts: Partial<Record<SignalKind, number>>;
  /** At most 16 different pages: 16 bits of the page's hash, then one bit that is set when it was looked at. */
  pages: readonly number[];
  label?: string;
  /** The last page that was looked at. */
  looked?: number;
  /** The visitor said so. */
  declared?: number;
  /** Last purchase in the topic or below it. */
  bought?: number;
  /** Last purchase of which this was the most specific topic: it rests. */
  sated?: number;
  /** The visitor said "not interested". */
  muted?: number;
}

/** Preference for one value of an attribute. */
export interface Facet {
  score: number;
  at: number;
  count: number;
}

/** Book-keeping of visits. `before` is the end of the visit before this one. */
export interface Visit {
  count: number;
  pages: number;
  start: number;
  last: number;
  before?: number;
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
  facets: Readonly<Record<string, Readonly<Record<string, Facet>>>>;
  declared: Readonly<Record<string, Declared>>;
  /** Hashes of purchases already counted, each with its time. */
  orders: readonly (readonly [hash: number, at: number])[];
  visit: Visit;
  campaign?: { id: string; until: number };
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
    orders: [],
    visit: { count: 0, pages: 0, start: 0, last: 0 },
  };
}
