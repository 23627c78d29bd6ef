import { covarianceOf, shares, total, type Shares, type Weights } from "./covariance.js";
import { answersAtLeast, notEnough, tell, z, type Randomized, type Result, type Support } from "./result.js";

/** How far visits got with one variant. */
export interface VariantRates {
  /** Share of all visits that saw the variant. */
  readonly seen: Result;
  /** Of those, the share that clicked it or reached the goal. */
  readonly clicked: Result;
  /** Of those that saw it, the share that reached the goal. */
  readonly goal: Result;
}

/** The difference of two variants' goal rates, `variant` minus `other`, by their numbers. */
export interface VariantDifference {
  readonly variant: number;
  readonly other: number;
  readonly goal: Result;
}

/**
 * What a slot question says about its variants. Its cells are "none" and for each variant seen, clicked and goal, a
 * visit being in the furthest one it reached; so "saw the variant" is the sum of three cells and a rate is a ratio.
 * @returns undefined when the cells cannot be those of a slot
 */
export function rates(support: Support, question: Randomized): VariantRates[] | undefined {
  if (question.cells < 4 || (question.cells - 1) % 3 !== 0) return undefined;
  const variants = Array.from({ length: (question.cells - 1) / 3 }, (_, index) => index);
  if (support.n < answersAtLeast)
    return variants.map(() => ({ seen: notEnough, clicked: notEnough, goal: notEnough }));
  const all = shares(support, question);
  return variants.map((variant) => {
    const seen = reaching(variant, 0);
    return {
      seen: tell(sumOf(all, seen)),
      clicked: ratio(all, reaching(variant, 1), seen),
      goal: ratio(all, reaching(variant, 2), seen),
    };
  });
}

/** The differences of all pairs of variants whose goal rates can be told. */
export function differences(support: Support, question: Randomized): VariantDifference[] {
  const told = rates(support, question) ?? [];
  if (support.n < answersAtLeast) return [];
  const all = shares(support, question);
  return told.flatMap((_, variant) =>
    told.slice(0, variant).map((__, other) => {
      const both = told[variant]?.goal.state === "ok" && told[other]?.goal.state === "ok";
      return { variant, other, goal: both ? differ(all, variant, other) : notEnough };
    }),
  );
}

/** Cells of a variant from a step on: 0 seen, 1 clicked, 2 goal. */
function reaching(variant: number, step: 0 | 1 | 2): Weights {
  return new Map([0, 1, 2].filter((at) => at >= step).map((at) => [1 + 3 * variant + at, 1]));
}

function sumOf(all: Shares, weights: Weights): ReturnType<typeof normal> {
  return normal(total(all, weights), covarianceOf(all, weights, weights));
}

function normal(share: number, variance: number): Record<"share" | "standardError" | "low" | "high", number> {
  const standardError = Math.sqrt(Math.max(0, variance));
  return { share, standardError, low: share - z * standardError, high: share + z * standardError };
}

/**
 * part / whole with Fieller's interval (Fieller 1954, https://doi.org/10.1111/j.2517-6161.1954.tb00159.x): those values R
 * for which part − R·whole is within z standard errors of 0. Told only when both are clear of their noise.
 */
function ratio(all: Shares, part: Weights, whole: Weights): Result {
  const a = sumOf(all, part);
  const b = sumOf(all, whole);
  if (tell(a).state !== "ok" || tell(b).state !== "ok") return notEnough;
  const between = covarianceOf(all, part, whole);
  const square = b.share ** 2 - (z * b.standardError) ** 2;
  const middle = a.share * b.share - z ** 2 * between;
  const half = Math.sqrt(Math.max(0, middle ** 2 - square * (a.share ** 2 - (z * a.standardError) ** 2)));
  const share = a.share / b.share;
  const variance = a.standardError ** 2 - 2 * share * between + (share * b.standardError) ** 2;
  const standardError = Math.sqrt(Math.max(0, variance)) / b.share;
  return { state: "ok", share, standardError, low: (middle - half) / square, high: (middle + half) / square };
}

/** By the delta method: the gradient of part/whole is (1, −ratio)/whole on the cells. */
function differ(all: Shares, variant: number, other: number): Result {
  const left = gradient(all, variant);
  const right = gradient(all, other);
  const weights = new Map([
    ...left.weights,
    ...[...right.weights].map(([cell, weight]) => [cell, -weight] as const),
  ]);
  return { state: "ok", ...normal(left.rate - right.rate, covarianceOf(all, weights, weights)) };
}

function gradient(all: Shares, variant: number): { rate: number; weights: Weights } {
  const seen = reaching(variant, 0);
  const goal = reaching(variant, 2);
  const whole = total(all, seen);
  const rate = total(all, goal) / whole;
  return {
    rate,
    weights: new Map([...seen.keys()].map((cell) => [cell, ((goal.get(cell) ?? 0) - rate) / whole])),
  };
}
