import { difference, estimate, plan, type Estimate } from "heimspiel/statistics";
import { answersAtLeast, notEnough, tell, type Result, type Support } from "./result.js";

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
  const [holdout, offered] = [0, 1].map(
    (arm) => arms.find((sums) => sums.arm === arm) ?? { n: 0, support: [0] },
  );
  const low = rate(holdout, epsilon);
  const high = rate(offered, epsilon);
  return {
    holdout: { n: holdout?.n ?? 0, goal: low ? tell(low) : notEnough },
    offered: { n: offered?.n ?? 0, goal: high ? tell(high) : notEnough },
    difference: low && high ? { state: "ok", ...difference(high, low) } : notEnough,
  };
}

function rate(sums: Support | undefined, epsilon: number): Estimate | undefined {
  if (!sums || sums.n < answersAtLeast) return undefined;
  const { p, q } = plan(2, epsilon);
  return estimate({ n: sums.n, support: sums.support[0] ?? 0, p, q });
}
