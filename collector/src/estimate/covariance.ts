import { plan } from "heimspiel/statistics";
import type { Randomized, Support } from "./result.js";

/** Estimated shares of all cells and the covariance of their estimates. */
export interface Shares {
  /** Answers they are estimated from. */
  readonly n: number;
  readonly share: readonly number[];
  readonly covariance: (i: number, j: number) => number;
}

/**
 * Shares with their covariances under subset selection (Ye & Barg 2018, https://arxiv.org/abs/1810.07283).
 *
 * Whether cells i and j are both in an answered set depends on the true cell: if it is one of the two, with probability
 * p(ω−1)/(k−1); else r = ω−1 over k−1 and k−2 of [p(ω−2) + (1−p)ω]. With θ the single probabilities, the covariance of
 * two estimates is (P(both) − θᵢθⱼ) / (n(p−q)²).
 */
export function shares({ n, support }: Support, { cells: k, epsilon }: Randomized): Shares {
  const { p, q, omega } = plan(k, epsilon);
  const theta = Array.from({ length: k }, (_, cell) => (support[cell] ?? 0) / n);
  const share = theta.map((at) => (at - q) / (p - q));
  const one = (p * (omega - 1)) / (k - 1);
  const none = k > 2 ? ((omega - 1) * (p * (omega - 2) + (1 - p) * omega)) / ((k - 1) * (k - 2)) : 0;
  const both = (i: number, j: number): number => {
    const either = (share[i] ?? 0) + (share[j] ?? 0);
    return i === j ? (theta[i] ?? 0) : either * one + (1 - either) * none;
  };
  return {
    n,
    share,
    covariance: (i, j) => (both(i, j) - (theta[i] ?? 0) * (theta[j] ?? 0)) / (n * (p - q) ** 2),
  };
}

/** A weighted sum of cells, by cell number. */
export type Weights = ReadonlyMap<number, number>;

/** The value of a weighted sum of shares. */
export function total({ share }: Shares, weights: Weights): number {
  return [...weights].reduce((sum, [cell, weight]) => sum + weight * (share[cell] ?? 0), 0);
}

/** The covariance of two weighted sums; of one with itself, its variance. */
export function covarianceOf({ covariance }: Shares, a: Weights, b: Weights): number {
  let sum = 0;
  for (const [i, left] of a) for (const [j, right] of b) sum += left * right * covariance(i, j);
  return sum;
}
