import { expect, test } from "vitest";
import { hasCell, plan, type Plan } from "../wire/index.js";
import { below } from "./below.js";
import { bit } from "./bit.js";
import { difference, estimate, type Estimate } from "./estimate.js";
import { subset } from "./subset.js";
import { seeded } from "./test/seeded.js";

/** A survey: `shares` are percentages of devices in the first cells, the other cells are empty. */
interface Survey {
  k: number;
  eps: number;
  shares: readonly number[];
  n: number;
  /** The cell that has to keep every bound by itself. */
  watched: number;
}

/** What 1,000 estimates of one truth did. */
interface Tally {
  covered: number;
  /** Sum of the errors. */
  error: number;
  /** Sum of their squares. */
  squares: number;
  /** Theoretical variance of one estimate. */
  variance: number;
}

const runs = 1000;

const variance = (f: number, n: number, { p, q }: Plan): number => {
  const theta = f * p + (1 - f) * q;
  return (theta * (1 - theta)) / (n * (p - q) ** 2);
};

function record(tally: Tally, { share, low, high }: Estimate, truth: number): void {
  if (low <= truth && truth <= high) tally.covered++;
  tally.error += share - truth;
  tally.squares += (share - truth) ** 2;
}

/** Mean error in standard errors of the mean. */
const bias = ({ error, variance: one }: Tally): number => error / Math.sqrt(runs * one);

/** Draws n devices' true cells and their answers through the real sampler, and estimates every cell. */
function survey({ k, eps, shares, n }: Survey, random: () => number): Estimate[] {
  const support = new Array<number>(k).fill(0);
  for (let device = 0; device < n; device++) {
    let left = below(100, random);
    const cell = shares.findIndex((share) => (left -= share) < 0);
    const set = subset(cell, k, eps, random);
    for (let member = 0; member < k; member++) if (hasCell(set, member)) support[member]! += 1;
  }
  return support.map((count) => estimate({ n, support: count, ...plan(k, eps) }));
}

function expectCoverage(share: number): void {
  expect(share).toBeGreaterThanOrEqual(0.935);
  expect(share).toBeLessThanOrEqual(0.965);
}

test.each<Survey>([
  { k: 7, eps: 3_000_000, shares: [50, 25, 10, 5, 5, 3, 2], n: 400, watched: 3 },
  { k: 16, eps: 1_000_000, shares: [40, 30, 20, 10], n: 250, watched: 2 },
  { k: 64, eps: 2_000_000, shares: [60, 20, 10, 5, 3, 2], n: 300, watched: 1 },
  { k: 64, eps: 4_000_000, shares: [60, 20, 10, 5, 3, 2], n: 500, watched: 1 },
])("1,000 surveys of $n devices, k = $k, ε = $eps µ: coverage, bias, error", (given) => {
  const random = seeded(given.k + given.eps);
  const truth = Array.from({ length: given.k }, (_, cell) => (given.shares[cell] ?? 0) / 100);
  const parameters = plan(given.k, given.eps);
  const tallies = truth.map((f): Tally => ({
    covered: 0,
    error: 0,
    squares: 0,
    variance: variance(f, given.n, parameters),
  }));
  for (let run = 0; run < runs; run++) {
    survey(given, random).forEach((result, cell) => record(tallies[cell]!, result, truth[cell]!));
  }
  const watched = tallies[given.watched]!;
  expectCoverage(watched.covered / runs);
  expect(Math.abs(bias(watched))).toBeLessThanOrEqual(2);
  // of up to 64 cells some stray beyond two standard errors by chance; none may beyond four
  for (const tally of tallies) expect(Math.abs(bias(tally))).toBeLessThan(4);
  const occupied = tallies.slice(0, given.shares.length);
  expectCoverage(occupied.reduce((sum, { covered }) => sum + covered, 0) / runs / occupied.length);
  const squares = tallies.reduce((sum, tally) => sum + tally.squares, 0);
  const bound = tallies.reduce((sum, tally) => sum + runs * tally.variance, 0);
  expect(squares / bound).toBeLessThanOrEqual(1.05);
  expect(squares / bound).toBeGreaterThanOrEqual(0.95);
});

test("5 × 1,000 surveys of two arms at ε = 3: uplift covered, unbiased, at the bound", () => {
  const random = seeded(104);
  const eps = 3_000_000;
  const n = 300;
  const parameters = plan(2, eps);
  const arm = (percent: number): Estimate => {
    let support = 0;
    for (let device = 0; device < n; device++) {
      if (bit(below(100, random) < percent, eps, random)) support++;
    }
    return estimate({ n, support, ...parameters });
  };
  let ratios = 0;
  for (const [heldOut, offered] of [
    [10, 10],
    [10, 14],
    [20, 10],
    [2, 3],
    [45, 60],
  ] as const) {
    const truth = (offered - heldOut) / 100;
    const one = variance(offered / 100, n, parameters) + variance(heldOut / 100, n, parameters);
    const tally: Tally = { covered: 0, error: 0, squares: 0, variance: one };
    for (let run = 0; run < runs; run++) record(tally, difference(arm(offered), arm(heldOut)), truth);
    expectCoverage(tally.covered / runs);
    expect(Math.abs(bias(tally))).toBeLessThanOrEqual(2);
    ratios += tally.squares / (runs * one);
  }
  expect(ratios / 5).toBeLessThanOrEqual(1.05);
  expect(ratios / 5).toBeGreaterThanOrEqual(0.95);
});

test("the bounds are sharp: an estimate that forgot the noise misses every one of them", () => {
  const { p, q } = plan(7, 3_000_000);
  const random = seeded(105);
  const naive: Tally = {
    covered: 0,
    error: 0,
    squares: 0,
    variance: variance(0.05, 400, plan(7, 3_000_000)),
  };
  for (let run = 0; run < runs; run++) {
    let support = 0;
    for (let device = 0; device < 400; device++) {
      const cell = below(100, random) < 5 ? 3 : 0;
      if (hasCell(subset(cell, 7, 3_000_000, random), 3)) support++;
    }
    record(naive, estimate({ n: 400, support, p: 1, q: 0 }), 0.05);
  }
  expect(p - q).toBeLessThan(1);
  expect(naive.covered / runs).toBeLessThan(0.9);
  expect(bias(naive)).toBeGreaterThan(10);
  expect(naive.squares / (runs * naive.variance)).toBeGreaterThan(1.05);
});
