/**
 * The format's bounds. `reportBytes` is the length of every encoded report; it is chosen so that four answers of the
 * greatest name, ε and number of cells always fit. A receiver takes up to `bodyBytes`.
 */
export const limits: {
  readonly bodyBytes: number;
  readonly reportBytes: number;
  readonly answers: number;
  readonly cellsLeast: number;
  readonly cells: number;
  readonly microEpsilonLeast: number;
  readonly microEpsilon: number;
  readonly idLength: number;
} = {
  bodyBytes: 4096,
  reportBytes: 1536,
  answers: 16,
  cellsLeast: 2,
  // 32 × 32 topic pairs, "none", and some room
  cells: 1100,
  microEpsilonLeast: 1_000,
  microEpsilon: 10_000_000,
  idLength: 21,
};

/** Names on the wire are ASCII, so that a character is a byte and the length tells nothing. */
export const patterns: {
  readonly site: RegExp;
  readonly question: RegExp;
  readonly hash: RegExp;
  readonly id: RegExp;
} = {
  site: /^[\w.-]{1,64}$/,
  question: /^[a-z]{1,8}(:[\w.-]{1,64})?$/,
  hash: /^[\w-]{4,12}$/,
  id: /^[\w-]{21}$/,
};
