import { answerVisit, emptyStatistics, type SlotOutcome } from "heimspiel/statistics";
import { createRandom, idOf } from "./visitor.js";

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
  /** Visits take turns on these days since 1970. */
  readonly days: readonly number[];
}

const reached = ["seen", "clicked", "goal"] as const;

/** Report bodies of simulated devices whose truth is known, made by the code that real devices run. */
export function* crowd(truth: Truth, { visits, seed, days }: Crowd): Generator<{ id: string; body: string }> {
  const random = createRandom(seed);
  for (let visit = 0; visit < visits; visit++) {
    const now = ((days[visit % days.length] ?? 0) + 0.5) * 86_400_000;
    const outcomes = { v: 1 as const, id: now, slots: { [truth.slot]: outcomeOf(truth, random) } };
    const newId = (): string => idOf(seed * 1_000_000 + visit);
    const { record } = answerVisit({
      site: "outdoor",
      outcomes,
      record: emptyStatistics(),
      now,
      random,
      newId,
    });
    for (const { id, body } of record.queue) yield { id, body };
  }
}

function outcomeOf(truth: Truth, random: () => number): SlotOutcome {
  const share = (): number => random() / 2 ** 32;
  const arm: 0 | 1 = share() < truth.holdout ? 0 : 1;
  const goal = share() < truth.goal[arm === 0 ? "holdout" : "offered"];
  const cell = pick(truth.cells, share());
  const variant = truth.variants[Math.floor((cell - 1) / 3)];
  const holdout = 100 * truth.holdout;
  const common = { slot: truth.slot, variants: [...truth.variants], holdout, arm, goal };
  if (cell === 0 || variant === undefined) return { ...common, reached: "none" };
  return { ...common, variant, reached: reached[(cell - 1) % 3] ?? "none" };
}

/** The cell in which a uniform number in [0, 1) falls. */
function pick(cells: readonly number[], at: number): number {
  let sum = 0;
  const found = cells.findIndex((probability) => at < (sum += probability));
  return found < 0 ? cells.length - 1 : found;
}
