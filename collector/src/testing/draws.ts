import { plan } from "heimspiel/statistics";

/** Integers in [0, 2^32), as the samplers of `heimspiel/statistics` take them. */
export type Random = () => number;

/** A number in (0, 1). */
export const uniform = (random: Random): number => (random() + 0.5) / 2 ** 32;

/**
 * How many of `n` trials succeed: one by one to the next success while successes are few, else Hörmann's transformed
 * rejection BTRS (The generation of binomial random variates, J. Stat. Comput. Simul. 46, 1993), which is exact.
 */
export function binomial(n: number, p: number, random: Random): number {
  if (p > 0.5) return n - binomial(n, 1 - p, random);
  if (n * p > 10) return rejection(n, p, random);
  let successes = 0;
  const skip = (): number => Math.floor(Math.log(uniform(random)) / Math.log1p(-p)) + 1;
  if (p > 0) for (let at = skip(); at <= n; at += skip()) successes++;
  return successes;
}

function rejection(n: number, p: number, random: Random): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const mode = Math.floor((n + 1) * p);
  const logOdds = Math.log(p / (1 - p));
  for (;;) {
    const u = uniform(random) - 0.5;
    const v = uniform(random);
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + n * p + 0.5);
    if (edge >= 0.07 && v <= 0.92 - 4.2 / b) return k;
    if (k < 0 || k > n) continue;
    const height = (v * (2.83 + 5.1 / b) * spread) / (a / edge ** 2 + b);
    const ways = logFactorial(mode) + logFactorial(n - mode) - logFactorial(k) - logFactorial(n - k);
    if (Math.log(height) <= ways + (k - mode) * logOdds) return k;
  }
}

/** ln n!: by multiplying, and from 10 on by Stirling's series (https://dlmf.nist.gov/5.11.E1), to 10⁻¹⁰. */
function logFactorial(n: number): number {
  if (n < 10) return n < 2 ? 0 : Math.log(n) + logFactorial(n - 1);
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}

/** How `n` fall among categories of these probabilities, whose sum is 1. */
export function multinomial(n: number, shares: readonly number[], random: Random): number[] {
  let [left, rest] = [n, 1];
  return shares.map((share, at) => {
    const count = at === shares.length - 1 ? left : binomial(left, Math.min(1, share / rest), random);
    left -= count;
    rest -= share;
    return count;
  });
}

/**
 * Support counts of devices of which `counts[cell]` are in each cell, drawn at once: exact where the answered set has one
 * cell (ω = 1), for then a device names its own cell with probability p and each other with (1 − p)/(k − 1).
 */
export function supportOf(counts: readonly number[], epsilon: number, random: Random): number[] {
  const k = counts.length;
  const { p, omega } = plan(k, epsilon);
  if (omega !== 1) throw new Error("cells are named together");
  const support = counts.map(() => 0);
  counts.forEach((count, cell) => {
    const shares = counts.map((_, named) => (named === cell ? p : (1 - p) / (k - 1)));
    multinomial(count, shares, random).forEach((named, at) => (support[at] = (support[at] ?? 0) + named));
  });
  return support;
}

/** The same, each cell by itself: of any ω, and exact for each, but not for two together. */
export function marginalSupportOf(counts: readonly number[], epsilon: number, random: Random): number[] {
  const { p, q } = plan(counts.length, epsilon);
  const n = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => binomial(count, p, random) + binomial(n - count, q, random));
}
