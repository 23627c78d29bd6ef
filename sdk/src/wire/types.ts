/** `ss` subset selection over the question's cells; `rr` randomized response of one bit, with the arm in clear. */
export type Method = "ss" | "rr";

/** One randomized answer. The short keys are the wire's own, so that nothing is renamed on the way. */
export interface Answer {
  /** The question: a kind, or a kind and a name, such as `slot:home-hero`. */
  q: string;
  /** Number of cells; for `rr` the number of arms, two. */
  cells: number;
  /** `cellsHash` of the cells' names. */
  hash: string;
  /** Micro-ε: 3000000 is ε = 3. */
  eps: number;
  m: Method;
  /** With `rr` only: 0 held out, 1 offered. */
  arm?: 0 | 1;
  /** base64url without padding: the bit map of the cells (`ss`), or one byte 0 or 1 (`rr`). */
  a: string;
}

/** What one device says at the end of one visit. */
export interface Report {
  v: 1;
  site: string;
  /** 21 url-safe characters, new for every report; a retry repeats it. */
  id: string;
  /** Whole days since 1970, UTC. */
  day: number;
  answers: readonly Answer[];
}
