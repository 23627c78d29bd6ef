import { chiSquareTail } from "./chi-square.js";
import { covarianceOf, shares, total, type Weights } from "./covariance.js";
import { answersAtLeast, type Randomized, type Support } from "./result.js";

/** Whether groups are as large as they were meant to be. If not, something is broken, and no comparison can be trusted. */
export interface SampleRatio {
  /** What share of the whole each group is; the sum is 1. */
  readonly observed: readonly number[];
  /** What share it was meant to be, in the same order. */
  readonly expected: readonly number[];
  /** How probable so great a departure is by chance. */
  readonly p: number;
  /** p < 0.001 */
  readonly mismatch: boolean;
}

/**
 * Pearson's χ² test of counts against the ratio they were drawn in, such as the two arms of an uplift question.
 * @param weights in any unit
 * @returns undefined under 100 answers, or where a group has no weight or should have under 5 answers
 * @example countsRatio([1070, 8930], [10, 90])?.p // 0.02
 */
export function countsRatio(counts: readonly number[], weights: readonly number[]): SampleRatio | undefined {
  const n = counts.reduce((all, count) => all + count, 0);
  const expected = shared(weights);
  if (n < answersAtLeast || !expected.every((share) => share * n >= 5)) return undefined;
  const chi2 = expected.reduce(
    (all, share, at) => all + ((counts[at] ?? 0) - share * n) ** 2 / (share * n),
    0,
  );
  return verdict(shared(counts), expected, chi2);
}

/**
 * The same for variants of an experiment of whom it is only estimated how often they were seen: Wald's χ² of
 * dᵥ = seenᵥ − shareᵥ · Σ seen with the covariance of these, so that privacy noise is allowed for. It presumes that all
 * variants of the experiment have the same condition.
 * @param weights of the variants in the order of the cells
 * @returns undefined under 100 answers, or where fewer than two variants have a weight or hardly any was seen
 */
export function seenRatio(
  support: Support,
  question: Randomized,
  weights: readonly number[],
): SampleRatio | undefined {
  const drawn = weights.flatMap((weight, variant) => (weight > 0 ? [variant] : []));
  if (support.n < answersAtLeast || drawn.length < 2) return undefined;
  const all = shares(support, question);
  const expected = shared(drawn.map((variant) => weights[variant] ?? 0));
  const seen = drawn.map((variant) => new Map([1, 2, 3].map((cell) => [3 * variant + cell, 1])));
  const whole = new Map(seen.flatMap((cells) => [...cells]));
  if (total(all, whole) < 3 * Math.sqrt(covarianceOf(all, whole, whole))) return undefined;
  // One of the departures follows from the others.
  const departures = seen.slice(1).map((cells, at): Weights => {
    const share = expected[at + 1] ?? 0;
    return new Map([...whole.keys()].map((cell) => [cell, (cells.get(cell) ?? 0) - share]));
  });
  const d = departures.map((weighted) => total(all, weighted));
  const covariance = departures.map((a) => departures.map((b) => covarianceOf(all, a, b)));
  const chi2 = solve(covariance, d).reduce((sum, value, at) => sum + value * (d[at] ?? 0), 0);
  return verdict(shared(seen.map((cells) => total(all, cells))), expected, chi2);
}

const shared = (values: readonly number[]): number[] => {
  const all = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / all);
};

function verdict(observed: number[], expected: number[], chi2: number): SampleRatio {
  const p = chiSquareTail(chi2, expected.length - 1);
  return { observed, expected, p, mismatch: p < 0.001 };
}

/** x of Ax = b for a covariance matrix A, by elimination; it needs no pivoting, being positive definite. */
function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const [head, ...rows] = a;
  const [first, ...others] = b;
  if (!head || first === undefined) return [];
  const [pivot = 1, ...row] = head;
  const factors = rows.map(([left = 0]) => left / pivot);
  const smaller = rows.map(([, ...line], i) =>
    line.map((value, j) => value - (factors[i] ?? 0) * (row[j] ?? 0)),
  );
  const x = solve(
    smaller,
    others.map((value, i) => value - (factors[i] ?? 0) * first),
  );
  return [(first - row.reduce((sum, value, j) => sum + value * (x[j] ?? 0), 0)) / pivot, ...x];
}
