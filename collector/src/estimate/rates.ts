import type { Estimate } from "heimspiel/statistics";
import { shares, type Shares, type Weights } from "./covariance.js";
import { withLate } from "./late.js";
import { apart, ratio, slope, sum, type Slope } from "./ratio.js";
import { answersAtLeast, tell, told, tooFaint, tooFew } from "./result.js";
import type { Randomized, Result, Support } from "./result.js";

/** How far visits got with one variant. */
export interface VariantRates {
  /** Share of all visits that saw the variant. */
  readonly seen: Result;
  /** Of those, the share that clicked it or reached the goal in the visit. */
  readonly clicked: Result;
  /** Of those that saw it, the share that reached the goal, in the visit or, where late goals are known, after it. */
  readonly goal: Result;
  /** Of those that saw it, the share that reached the goal in the visit itself. */
  readonly inVisit: Result;
}

/** The difference of two variants' goal rates, `variant` minus `other`, by their numbers. */
export interface VariantDifference {
  readonly variant: number;
  readonly other: number;
  readonly goal: Result;
}

/** Answers to `late:<slot>`, whose cells are "none" and the variants. */
export type Late = Support & Randomized;

/**
 * What a slot question says about its variants. Its cells are "none" and for each variant seen, clicked and goal, a
 * visit being in the furthest one it reached; so "saw the variant" is the sum of three cells and a rate is a ratio.
 * @returns undefined when the cells cannot be those of a slot
 */
export function rates(support: Support, question: Randomized, late?: Late): VariantRates[] | undefined {
  if (question.cells < 4 || (question.cells - 1) % 3 !== 0) return undefined;
  const variants = Array.from({ length: (question.cells - 1) / 3 }, (_, index) => index);
  if (support.n < answersAtLeast)
    return variants.map(() => ({ seen: tooFew, clicked: tooFew, goal: tooFew, inVisit: tooFew }));
  const all = shares(support, question);
  const both = withLate(support, question, late);
  return variants.map((variant) => {
    const seen = reaching(variant, 0);
    return {
      seen: tell(sum(all, seen), all.n),
      clicked: ratio(all, reaching(variant, 1), seen),
      goal: ratio(both, goals(variant, question.cells), seen),
      inVisit: ratio(all, reaching(variant, 2), seen),
    };
  });
}

/** The differences of all pairs of variants whose goal rates can be told. */
export function differences(support: Support, question: Randomized, late?: Late): VariantDifference[] {
  if (support.n < answersAtLeast) return [];
  const rated = rates(support, question, late) ?? [];
  const all = withLate(support, question, late);
  return rated.flatMap(({ goal: left }, variant) =>
    rated.slice(0, variant).map(({ goal: right }, other) => {
      const clear = left.state === "ok" && right.state === "ok";
      const goal = clear ? told(goalsApart(all, [variant, other], question.cells), all.n) : tooFaint;
      return { variant, other, goal };
    }),
  );
}

/** The difference of two variants' goal rates in a question of `k` cells. */
export function goalsApart(all: Shares, [one, other]: readonly [number, number], k: number): Estimate {
  const at = (variant: number): Slope => slope(all, goals(variant, k), reaching(variant, 0));
  return apart(all, at(one), at(other));
}

/** Cells of a variant from a step on: 0 seen, 1 clicked, 2 goal. */
function reaching(variant: number, step: 0 | 1 | 2): Weights {
  return new Map([0, 1, 2].filter((at) => at >= step).map((at) => [1 + 3 * variant + at, 1]));
}

/** The goals of a variant in the visit and, behind the `k` cells of the slot question, late. */
function goals(variant: number, k: number): Weights {
  return new Map([...reaching(variant, 2), [k + variant, 1]]);
}
