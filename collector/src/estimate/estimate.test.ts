import { plan, slotCells, subset } from "heimspiel/statistics";
import { cellsHash, cellsOf } from "heimspiel/wire";
import { expect, test } from "vitest";
import { createRandom, epsilon } from "../testing/visitor.js";
import { cells, differences, rates, uplift, variantNames } from "./index.js";
import { shares } from "./covariance.js";

/** Support counts of `n` simulated visits of which `truth[cell]` are in each cell. */
function simulate(truth: readonly number[], n: number, random: () => number, eps = epsilon): number[] {
  const support = truth.map(() => 0);
  for (let visit = 0; visit < n; visit++) {
    let at = random() / 2 ** 32;
    const cell = Math.max(
      0,
      truth.findIndex((share) => (at -= share) < 0),
    );
    for (const named of cellsOf(subset(cell, truth.length, eps, random)))
      support[named] = (support[named] ?? 0) + 1;
  }
  return support;
}

/** Support counts as they are on average, so that estimates are the truth itself. */
function expected(truth: readonly number[], n: number): number[] {
  const { p, q } = plan(truth.length, epsilon);
  return truth.map((share) => Math.round(n * (share * p + (1 - share) * q)));
}

const truth = [0.3, 0.25, 0.1, 0.05, 0.15, 0.1, 0.05];
const question = { cells: 7, epsilon };

test("cells are the truth without its noise, and silent under 100 answers or three standard errors", () => {
  const told = cells({ n: 100_000, support: expected(truth, 100_000) }, question);
  told.forEach((result, cell) => {
    expect(result.state === "ok" && Math.abs(result.share - truth[cell]!)).toBeLessThan(1e-4);
  });
  const few = cells({ n: 99, support: expected(truth, 99) }, question);
  expect(few).toEqual(truth.map(() => ({ state: "not enough data", reason: "under 100 answers" })));
  const faint = cells({ n: 1000, support: expected([0.99, 0.005, 0.005, 0], 1000) }, { cells: 4, epsilon });
  const noise = { state: "not enough data", reason: "under three standard errors" };
  expect(faint).toEqual([expect.objectContaining({ state: "ok" }), noise, noise, noise]);
});

test("rates are ratios of the cells that reach a step", () => {
  const [hiking, peru] = rates({ n: 200_000, support: expected(truth, 200_000) }, question)!;
  expect(hiking).toMatchObject({ seen: { state: "ok" }, goal: { state: "ok" } });
  const share = (
    result: typeof hiking extends undefined ? never : { state: string; share?: number },
  ): number => result.share ?? NaN;
  expect(share(hiking!.seen)).toBeCloseTo(0.4, 3);
  expect(share(hiking!.clicked)).toBeCloseTo(0.15 / 0.4, 3);
  expect(share(hiking!.goal)).toBeCloseTo(0.05 / 0.4, 3);
  expect(share(peru!.goal)).toBeCloseTo(0.05 / 0.3, 3);
  expect(rates({ n: 500, support: [250, 250] }, { cells: 2, epsilon })).toBeUndefined();
});

test("a variant that is hardly seen has no rates", () => {
  const rare = [0.9, 0.09, 0.005, 0.002, 0.001, 0.001, 0.001];
  const [, second] = rates({ n: 5000, support: expected(rare, 5000) }, question)!;
  const noise = { state: "not enough data", reason: "under three standard errors" };
  expect(second).toEqual({ seen: noise, clicked: noise, goal: noise, inVisit: noise });
  expect(differences({ n: 5000, support: expected(rare, 5000) }, question)).toMatchObject([
    { variant: 1, other: 0, goal: { state: "not enough data" } },
  ]);
});

test.each([1_000_000, 3_000_000])("covariances are those of simulated estimates, ε %d", (eps) => {
  const random = createRandom(7);
  const [runs, n] = [400, 500];
  const small = [0.4, 0.3, 0.2, 0.1, 0, 0, 0];
  const seen = Array.from({ length: runs }, () => {
    const support = simulate(small, n, random, eps);
    return shares({ n, support }, { cells: 7, epsilon: eps }).share;
  });
  const { p, q } = plan(7, eps);
  const exact = shares(
    { n, support: small.map((f) => n * (f * p + (1 - f) * q)) },
    { cells: 7, epsilon: eps },
  );
  for (const [i, j] of [
    [0, 0],
    [0, 1],
    [1, 5],
  ] as const) {
    const product = seen.map((share) => (share[i]! - small[i]!) * (share[j]! - small[j]!));
    const mean = product.reduce((sum, value) => sum + value, 0) / runs;
    const spread = Math.sqrt(product.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / runs;
    expect(Math.abs(mean - exact.covariance(i, j))).toBeLessThan(4 * spread);
  }
});

test("intervals of rates and of their differences cover the truth about 95 times in 100", () => {
  const random = createRandom(11);
  const runs = 400;
  let [rate, difference] = [0, 0];
  const covers = (result: { state: string; low?: number; high?: number }, value: number): boolean =>
    result.state === "ok" && result.low! <= value && value <= result.high!;
  for (let run = 0; run < runs; run++) {
    const support = { n: 3000, support: simulate(truth, 3000, random) };
    if (covers(rates(support, question)![0]!.goal, 0.125)) rate++;
    if (covers(differences(support, question)[0]!.goal, 0.05 / 0.3 - 0.125)) difference++;
  }
  // 400 runs at 95 % stay within 92 to 98 % with probability 0.994.
  for (const covered of [rate, difference]) {
    expect(covered / runs).toBeGreaterThan(0.92);
    expect(covered / runs).toBeLessThan(0.98);
  }
});

test("the uplift is offered minus held out, whatever the arms' order, and needs 100 answers in each", () => {
  const { p, q } = plan(2, epsilon);
  const arm = (number: number, n: number, goal: number): { arm: number; n: number; support: number[] } => {
    return { arm: number, n, support: [Math.round(n * (goal * p + (1 - goal) * q)), 0] };
  };
  const told = uplift([arm(1, 9000, 0.13), arm(0, 1000, 0.08)], epsilon);
  expect(told.holdout).toMatchObject({ n: 1000, goal: { state: "ok" } });
  expect(told.difference.state === "ok" && told.difference.share).toBeCloseTo(0.05, 2);
  const same = uplift([arm(1, 9000, 0.1), arm(0, 1000, 0.1)], epsilon).difference;
  expect(same.state === "ok" && same.low < 0 && same.high > 0).toBe(true);
  expect(uplift([arm(1, 9000, 0.1), arm(0, 99, 0.1)], epsilon).difference).toMatchObject({
    state: "not enough data",
  });
  expect(uplift([arm(1, 9000, 0.1)], epsilon).holdout).toMatchObject({
    n: 0,
    goal: { state: "not enough data" },
  });
});

test("names are the operator's where their hash fits, else numbers", () => {
  const names = ["hiking", "peru"];
  const asked = { cells: 7, hash: cellsHash(slotCells(names)) };
  const numbered = (number: number): string => `Variante ${number}`;
  expect(variantNames(asked, names, numbered)).toEqual(names);
  expect(variantNames(asked, ["peru", "hiking"], numbered)).toEqual(["Variante 1", "Variante 2"]);
  expect(variantNames(asked, undefined, numbered)).toEqual(["Variante 1", "Variante 2"]);
});
