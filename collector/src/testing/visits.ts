import { dayOf } from "../ingest/index.js";
import { crowd, type Truth } from "./crowd.js";

/** What is true of visits to the slot "home-hero". */
export const truth: Truth = {
  slot: "home-hero",
  variants: ["hiking", "peru"],
  cells: [0.4, 0.2, 0.1, 0.05, 0.15, 0.05, 0.05],
  holdout: 0.2,
  goal: { holdout: 0.1, offered: 0.2 },
};

/** Bodies of simulated visits of today and yesterday by report id. */
export function bodiesOf(visits: number, seed = 1): Map<string, string> {
  const today = dayOf(Date.now());
  return new Map(
    [...crowd(truth, { visits, seed, days: [today, today - 1] })].map(({ id, body }) => [id, body]),
  );
}
