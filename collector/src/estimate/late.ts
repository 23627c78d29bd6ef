import { shares, type Shares } from "./covariance.js";
import type { Randomized, Support } from "./result.js";

/**
 * The shares of a slot question and behind them, one a variant, its late goals as a share of the same visits: with n
 * answers to `slot:` and m to `late:`, m/n of the share of the variant among the late answers, for a visit is drawn for
 * either question with the same probability.
 *
 * How many answers come in is random for both, at most as for Poisson's distribution: to the covariance of the shares
 * comes their product over the number of answers. That one device may have answered both is not in it, since nobody can
 * tell; where all did, the interval covers 96 instead of 95 %.
 */
export function withLate(visits: Support, question: Randomized, late?: Support & Randomized): Shares {
  const slot = shares(visits, question);
  const k = question.cells;
  if (!late || late.n === 0)
    return { ...slot, covariance: (i, j) => (i < k && j < k ? slot.covariance(i, j) : 0) };
  const goals = shares(late, late);
  const part = late.n / visits.n;
  const share = [...slot.share, ...goals.share.slice(1).map((of) => part * of)];
  const product = (i: number, j: number): number => (share[i] ?? 0) * (share[j] ?? 0);
  const covariance = (i: number, j: number): number => {
    if (i < k && j < k) return slot.covariance(i, j) + product(i, j) / visits.n;
    if (i < k || j < k) return 0;
    return part ** 2 * goals.covariance(i - k + 1, j - k + 1) + product(i, j) / late.n;
  };
  return { n: visits.n, share, covariance };
}
