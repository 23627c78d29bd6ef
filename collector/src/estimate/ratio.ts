import type { Estimate } from "heimspiel/statistics";
import { covarianceOf, total, type Shares, type Weights } from "./covariance.js";
import { tell, tooFaint, z, type Result } from "./result.js";

/** A weighted sum of shares with its normal interval. */
export function sum(all: Shares, weights: Weights): Estimate {
  return normal(total(all, weights), covarianceOf(all, weights, weights));
}

/** An estimate with its normal interval. */
export function normal(share: number, variance: number): Estimate {
  const standardError = Math.sqrt(Math.max(0, variance));
  return { share, standardError, low: share - z * standardError, high: share + z * standardError };
}

/**
 * part / whole with Fieller's interval (Fieller 1954, https://doi.org/10.1111/j.2517-6161.1954.tb00159.x): those values R
 * for which part − R·whole is within z standard errors of 0. Told only when both are clear of their noise.
 */
export function ratio(all: Shares, part: Weights, whole: Weights): Result {
  const a = sum(all, part);
  const b = sum(all, whole);
  const clear = tell(b, all.n);
  if (clear.state !== "ok") return clear;
  if (a.share < 3 * a.standardError) return tooFaint;
  const between = covarianceOf(all, part, whole);
  const square = b.share ** 2 - (z * b.standardError) ** 2;
  const middle = a.share * b.share - z ** 2 * between;
  const half = Math.sqrt(Math.max(0, middle ** 2 - square * (a.share ** 2 - (z * a.standardError) ** 2)));
  const share = a.share / b.share;
  const variance = a.standardError ** 2 - 2 * share * between + (share * b.standardError) ** 2;
  const standardError = Math.sqrt(Math.max(0, variance)) / b.share;
  const ends = { low: (middle - half) / square, high: (middle + half) / square };
  return tell({ share, standardError, ...ends }, all.n);
}

/** A ratio of two sums of cells with its gradient on the cells. */
export interface Slope {
  readonly rate: number;
  readonly weights: Weights;
}

/** part / whole, whose gradient is (1, −rate) / whole. */
export function slope(all: Shares, part: Weights, whole: Weights): Slope {
  const size = total(all, whole);
  const rate = total(all, part) / size;
  const times = (weights: Weights, by: number): Weights =>
    new Map([...weights].map(([cell, weight]) => [cell, by * weight]));
  return { rate, weights: plus(times(part, 1 / size), times(whole, -rate / size)) };
}

function plus(a: Weights, b: Weights): Weights {
  const both = new Map(a);
  for (const [cell, weight] of b) both.set(cell, (both.get(cell) ?? 0) + weight);
  return both;
}

/** a − b for rates told of the same answers, by the gradients of both (the delta method). */
export function apart(all: Shares, a: Slope, b: Slope): Estimate {
  const weights = plus(a.weights, new Map([...b.weights].map(([cell, weight]) => [cell, -weight])));
  return normal(a.rate - b.rate, covarianceOf(all, weights, weights));
}
