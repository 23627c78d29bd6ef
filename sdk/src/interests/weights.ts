import type { SignalKind } from "./signal.js";

/** What a signal adds to a topic's score. `declare` pins and `dismiss` mutes instead. */
export const weights: Readonly<Record<SignalKind, number>> = {
  view: 1,
  dwell: 1,
  scroll: 0.5,
  list: 0.3,
  select: 1,
  search: 2,
  filter: 1,
  like: 3,
  cart: 5,
  uncart: -3,
  purchase: 8,
  declare: 0,
  dismiss: 0,
};
