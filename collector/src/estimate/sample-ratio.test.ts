import { expect, test } from "vitest";
import { binomial, multinomial, supportOf } from "../testing/draws.js";
import { createRandom, epsilon } from "../testing/visitor.js";
import { chiSquareTail } from "./chi-square.js";
import { countsRatio, seenRatio } from "./sample-ratio.js";

// Critical values from printed tables (Pearson & Hartley, Biometrika Tables, table 8).
test.each([
  [3.841459, 1, 0.05],
  [10.827566, 1, 0.001],
  [5.991465, 2, 0.05],
  [13.815511, 2, 0.001],
  [11.070498, 5, 0.05],
  [29.588298, 10, 0.001],
  [43.772972, 30, 0.05],
])("χ² of %d with %d degrees of freedom is reached with probability %d", (x, degrees, p) => {
  expect(chiSquareTail(x, degrees)).toBeCloseTo(p, 6);
});

test("the tail starts at one, ends at nothing, and has e^(−x/2) for two degrees in between", () => {
  expect(chiSquareTail(0, 3)).toBe(1);
  for (const x of [0.001, 1, 20]) expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 6);
  for (const x of [590, 601, 1e6]) expect(chiSquareTail(x, 5)).toBeLessThan(1e-12);
});

test("arms in the ratio they were drawn in are well, others are not", () => {
  expect(countsRatio([1000, 9000], [10, 90])).toMatchObject({ p: 1, mismatch: false, expected: [0.1, 0.9] });
  // (1070 − 1000)²/1000 + (8930 − 9000)²/9000 = 5.44
  expect(countsRatio([1070, 8930], [10, 90])!.p).toBeCloseTo(chiSquareTail(5.4444, 1), 5);
  expect(countsRatio([1120, 8880], [10, 90])).toMatchObject({ mismatch: true, observed: [0.112, 0.888] });
});

test("too little to tell is not a mismatch", () => {
  expect(countsRatio([99, 0], [50, 50])).toBeUndefined();
  expect(countsRatio([0, 100], [1, 99])).toBeUndefined();
  expect(countsRatio([50, 100], [0, 100])).toBeUndefined();
});

const weights = [50, 30, 20];
const question = { cells: 10, epsilon };

/** Answers of `n` visits of whom those that saw a variant of the test saw them in these proportions. */
function answers(
  shares: readonly number[],
  n: number,
  random: () => number,
): { n: number; support: number[] } {
  const truth = [0.4, ...shares.flatMap((share) => [0.35, 0.15, 0.1].map((step) => step * share))];
  return { n, support: supportOf(multinomial(n, truth, random), epsilon, random) };
}

test("a test with a lost variant is found, through the noise", () => {
  const random = createRandom(91);
  const found = seenRatio(answers([0.5, 0.4, 0.1], 4000, random), question, weights)!;
  expect(found.mismatch).toBe(true);
  expect(found.observed.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  found.expected.forEach((share, at) => expect(share).toBeCloseTo([0.5, 0.3, 0.2][at]!, 12));
});

test("of tests that run well, 5 in 100 are under p = 0.05, and hardly any is called a mismatch", () => {
  const random = createRandom(92);
  const runs = 4000;
  const [tests, arms] = [[] as number[], [] as number[]];
  for (let run = 0; run < runs; run++) {
    tests.push(seenRatio(answers([0.5, 0.3, 0.2], 2000, random), question, weights)!.p);
    const held = binomial(2000, 0.1, random);
    arms.push(countsRatio([held, 2000 - held], [10, 90])!.p);
  }
  for (const ps of [tests, arms]) {
    const under = (limit: number): number => ps.filter((p) => p < limit).length / runs;
    expect(under(0.05)).toBeGreaterThan(0.04);
    expect(under(0.05)).toBeLessThan(0.06);
    expect(under(0.001)).toBeLessThan(0.003);
  }
});

test("variants without a weight are no part of the test", () => {
  const sums = answers([0.5, 0.5, 0], 4000, createRandom(93));
  expect(seenRatio(sums, question, [50, 50, 0])).toMatchObject({ expected: [0.5, 0.5], mismatch: false });
  expect(seenRatio(sums, question, [1, 0, 0])).toBeUndefined();
  expect(seenRatio({ n: 99, support: [] }, question, weights)).toBeUndefined();
});
