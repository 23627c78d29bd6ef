import type { Report } from "heimspiel/wire";
import { createRandom, idOf, slotAnswer, upliftAnswer } from "./visitor.js";

/** What is true of a slot's visitors; rates are probabilities. */
export interface Truth {
  readonly slot: string;
  readonly variants: readonly string[];
  /** Probability of each cell of the slot question. */
  readonly cells: readonly number[];
  readonly holdout: number;
  readonly goal: { readonly holdout: number; readonly offered: number };
}

export interface Crowd {
  readonly visits: number;
  readonly seed: number;
  readonly site?: string;
  readonly days: readonly number[];
}

/** Reports of simulated visits whose truth is known, randomized by the code that devices use. */
export function* crowd(truth: Truth, { visits, seed, site = "outdoor", days }: Crowd): Generator<Report> {
  const random = createRandom(seed);
  const share = (): number => random() / 2 ** 32;
  for (let visit = 0; visit < visits; visit++) {
    const arm = share() < truth.holdout ? 0 : 1;
    const goal = share() < truth.goal[arm === 0 ? "holdout" : "offered"];
    const cell = pick(truth.cells, share());
    const answers = [
      slotAnswer(truth.slot, truth.variants, { cell, random }),
      ...(truth.holdout > 0 ? [upliftAnswer(truth.slot, { arm, goal, random })] : []),
    ];
    const day = days[visit % days.length] ?? 0;
    yield { v: 1, site, id: idOf(seed * 1_000_000 + visit), day, answers };
  }
}

/** The cell in which a uniform number in [0, 1) falls. */
function pick(cells: readonly number[], at: number): number {
  let sum = 0;
  const found = cells.findIndex((probability) => at < (sum += probability));
  return found < 0 ? cells.length - 1 : found;
}
