import { rates, uplift, type Result } from "../estimate/index.js";
import { readStepSums, type Database, type Period, type Sums } from "../store/index.js";
import type { Reading } from "./question.js";
import { lateOf, readSlotSums, type WantedSlot } from "./slot.js";

/** What a slot did in one day or week; days since 1970-01-01 (UTC). */
export interface TimelinePoint extends Period {
  /** Answers to the `slot:` question. */
  readonly n: number;
  /** Goal rates by variant, in the order of `VisitResult.names`, with late goals that were told in the step. */
  readonly goals: readonly Result[];
  /** offered − holdout; undefined for a slot without holdout. */
  readonly uplift: Result | undefined;
}

/** A slot's results in steps of a day, or of a week where days would be too many or have too few answers. */
export interface Timeline {
  readonly unit: "day" | "week";
  readonly points: readonly TimelinePoint[];
}

const daysAtMost = 31;
/** Answers in a day of which something can be told, on average. */
const answersADay = 500;
/** In a shorter time there would be no two whole weeks to compare. */
const daysForWeeks = 14;

/** A slot's results step by step; undefined when nobody asked about it. */
export async function readTimeline(db: Database, wanted: WantedSlot): Promise<Timeline | undefined> {
  const { visits, late, arms } = await readSlotSums(db, wanted);
  const asked = visits ?? arms;
  if (!asked) return undefined;
  const period = {
    from: Math.max(asked.period.from, asked.span.from),
    to: Math.min(asked.period.to, asked.span.to),
  };
  const days = stepOf(period, asked);
  const sums = (reading: Reading | undefined): Promise<Sums[][]> =>
    reading ? readStepSums(db, reading.question, { ...period, days }) : Promise.resolve([]);
  const [seen, after, held] = [await sums(visits), await sums(late), await sums(arms)];
  const points = stepsOf(period, days).map((step, at): TimelinePoint => {
    const own = seen[at]?.[0] ?? { n: 0, support: [] };
    const goals = lateOf(late && { ...late, sums: after[at] ?? [] });
    return {
      ...{ ...step, n: own.n },
      goals: visits ? (rates(own, visits.question, goals) ?? []).map(({ goal }) => goal) : [],
      uplift: arms && uplift(held[at] ?? [], arms.question.epsilon).difference,
    };
  });
  return { unit: days === 1 ? "day" : "week", points };
}

/** Days in a step. */
function stepOf({ from, to }: Period, { sums }: Reading): 1 | 7 {
  const days = to - from + 1;
  const few = sums.reduce((n, arm) => n + arm.n, 0) < answersADay * days;
  return days > daysAtMost || (few && days >= daysForWeeks) ? 7 : 1;
}

function stepsOf({ from, to }: Period, days: number): Period[] {
  return Array.from({ length: Math.ceil((to - from + 1) / days) }, (_, at) => ({
    from: from + at * days,
    to: Math.min(to, from + (at + 1) * days - 1),
  }));
}
