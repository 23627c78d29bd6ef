import { difference, estimate, plan, type Estimate } from "heimspiel/statistics";
import { answersAtLeast, tell, told, tooFew, type Result, type Support } from "./result.js";

/** Goal rates of the two arms, and what the slot added. */
export interface Uplift {
  readonly holdout: { readonly n: number; readonly goal: Result };
  readonly offered: { readonly n: number; readonly goal: Result };
  /** offered − holdout; told even when it is not clear of 0, for its interval is the finding. */
  readonly difference: Result;
}

/**
 * The effect of offering a slot at all. Arms are drawn at random, so the difference is caused by the slot.
 * @param arms sums by arm, 0 held out, 1 offered; cell 0 counts the answers whose bit was 1
 * @param epsilon in millionths
 */
export function uplift(arms: readonly (Support & { arm: number })[], epsilon: number): Uplift {
  const sums = (wanted: 0 | 1): Support => arms.find(({ arm }) => arm === wanted) ?? { n: 0, support: [0] };
  const [holdout, offered] = [sums(0), sums(1)];
  const low = rate(holdout, epsilon);
  const high = rate(offered, epsilon);
  return {
    holdout: { n: holdout.n, goal: low ? tell(low, holdout.n) : tooFew },
    offered: { n: offered.n, goal: high ? tell(high, offered.n) : tooFew },
    difference: low && high ? told(difference(high, low), holdout.n + offered.n) : tooFew,
  };
}

function rate({ n, support }: Support, epsilon: number): Estimate | undefined {
  if (n < answersAtLeast) return undefined;
  return estimate({ n, support: support[0] ?? 0, ...plan(2, epsilon) });
}
