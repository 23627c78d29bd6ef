import type { Estimate } from "heimspiel/statistics";
import { anytime, type Interval } from "./anytime.js";

/** Fewer answers than this are not turned into numbers. */
export const answersAtLeast = 100;

/** A number with its intervals: `low` to `high` for one look at 95 %, `anytime` for as many looks as one likes. */
export type Told = { readonly state: "ok"; readonly anytime: Interval } & Estimate;

/** The honest refusal to give a number. */
export interface Suppressed {
  readonly state: "not enough data";
  readonly reason: "under 100 answers" | "under three standard errors";
}

export type Result = Told | Suppressed;

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

export const tooFew: Suppressed = { state: "not enough data", reason: "under 100 answers" };

/** Noise alone may be as large. */
export const tooFaint: Suppressed = { state: "not enough data", reason: "under three standard errors" };

/** 97.5 % point of the normal distribution. */
export const z = 1.959963984540054;

/** An estimate from `n` answers, whatever its size: of a difference, the interval around 0 is the finding. */
export function told(estimate: Estimate, n: number): Result {
  return n < answersAtLeast ? tooFew : { state: "ok", ...estimate, anytime: anytime(estimate, n) };
}

/** A share or rate from `n` answers; one under three standard errors may be noise only and is not told. */
export function tell(estimate: Estimate, n: number): Result {
  const result = told(estimate, n);
  return result.state === "ok" && result.share < 3 * result.standardError ? tooFaint : result;
}
