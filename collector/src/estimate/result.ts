import type { Estimate } from "heimspiel/statistics";

/** Fewer answers than this are not turned into numbers. */
export const answersAtLeast = 100;

/** A number with its interval, or the honest refusal to give one. */
export type Result = ({ readonly state: "ok" } & Estimate) | { readonly state: "not enough data" };

/** What was summed up for one arm of a question. */
export interface Support {
  readonly n: number;
  readonly support: readonly number[];
}

/** What a question's randomizing was. */
export interface Randomized {
  readonly cells: number;
  /** ε in millionths. */
  readonly epsilon: number;
}

export const notEnough: Result = { state: "not enough data" };

/** 97.5 % point of the normal distribution. */
export const z = 1.959963984540054;

/** An estimate is told when it is at least three standard errors: below, it may be noise only. */
export function tell(estimate: Estimate): Result {
  return estimate.share >= 3 * estimate.standardError ? { state: "ok", ...estimate } : notEnough;
}
