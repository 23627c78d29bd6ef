import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOf, exactEpsilon, hasCell, limits, plan } from "../wire/index.js";
import { subset } from "./subset.js";
import { scripted, seeded } from "./test/seeded.js";

const most = 2 ** 32 - 1;
const parameters = fc.record({
  k: fc.integer({ min: 2, max: 200 }),
  eps: fc.integer({ min: limits.microEpsilonLeast, max: limits.microEpsilon }),
  seed: fc.integer(),
});

/** All scripts of draws for integers below `from`, `from + 1`, … `to` − 1. */
const scripts = (from: number, to: number): number[][] =>
  from >= to
    ? [[]]
    : Array.from({ length: from }, (_, value) => value).flatMap((value) =>
        scripts(from + 1, to).map((rest) => [value, ...rest]),
      );

test("a set always has ω cells, all below k", () => {
  fc.assert(
    fc.property(parameters, ({ k, eps, seed }) => {
      const set = subset(Math.abs(seed) % k, k, eps, seeded(seed));
      expect(set).toHaveLength(Math.ceil(k / 8));
      expect(cellsOf(set)).toHaveLength(plan(k, eps).omega);
      expect(cellsOf(set).every((cell) => cell < k)).toBe(true);
    }),
  );
});

test("the true cell is in the set for exactly p · 2^32 of the first draws", () => {
  fc.assert(
    fc.property(parameters, ({ k, eps, seed }) => {
      const cell = Math.abs(seed) % k;
      const threshold = plan(k, eps).p * 2 ** 32;
      const withFirst = (first: number): boolean => {
        const rest = seeded(seed);
        let asked = 0;
        return hasCell(
          subset(cell, k, eps, () => (asked++ === 0 ? first : rest())),
          cell,
        );
      };
      expect(withFirst(threshold - 1)).toBe(true);
      expect(withFirst(0)).toBe(true);
      expect(withFirst(threshold)).toBe(false);
      expect(withFirst(most)).toBe(false);
    }),
  );
});

test.each([
  { k: 7, eps: 500_000 },
  { k: 9, eps: 100_000 },
  { k: 6, eps: 1_000_000 },
  { k: 7, eps: 3_000_000 },
])("over all draws every other set comes up equally often, k = $k, ε = $eps µ", ({ k, eps }) => {
  const { omega } = plan(k, eps);
  for (const first of [0, most]) {
    const size = first === 0 ? omega - 1 : omega;
    for (let cell = 0; cell < k; cell++) {
      const times = new Map<string, number>();
      for (const script of scripts(k - size, k)) {
        const set = cellsOf(subset(cell, k, eps, scripted([first, ...script]))).join();
        times.set(set, (times.get(set) ?? 0) + 1);
      }
      expect(times.size).toBe(binomial(k - 1, size));
      expect(new Set(times.values()).size).toBe(1);
    }
  }
});

test("no set is more than e^ε times likelier under one true cell than under another", () => {
  for (const k of [2, 3, 5, 7, 10]) {
    for (const eps of [1000, 200_000, 700_000, 1_000_000, 3_000_000, 10_000_000]) {
      const sets = everySet(k, plan(k, eps).omega);
      for (let one = 0; one < k; one++) {
        expect(sets.reduce((sum, set) => sum + probability(set, one, k, eps), 0)).toBeCloseTo(1, 12);
        for (let other = 0; other < k; other++) {
          const ratio = Math.max(
            ...sets.map((set) => probability(set, one, k, eps) / probability(set, other, k, eps)),
          );
          expect(ratio).toBeLessThanOrEqual(Math.exp(eps / 1e6) * (1 + 1e-12));
          if (one !== other) expect(Math.log(ratio)).toBeCloseTo(exactEpsilon(k, eps), 9);
        }
      }
    }
  }
});

test.each([
  { k: 7, eps: 3_000_000, cell: 2, seed: 11 },
  { k: 16, eps: 1_000_000, cell: 15, seed: 12 },
  { k: 64, eps: 2_000_000, cell: 0, seed: 13 },
])("χ² of the cells drawn, k = $k, ε = $eps µ", ({ k, eps, cell, seed }) => {
  const rounds = 20_000;
  const counts = new Array<number>(k).fill(0);
  const random = seeded(seed);
  for (let round = 0; round < rounds; round++) {
    for (const member of cellsOf(subset(cell, k, eps, random))) counts[member]! += 1;
  }
  const { omega, p, q } = plan(k, eps);
  const truth = (counts[cell]! - rounds * p) / Math.sqrt(rounds * p * (1 - p));
  expect(Math.abs(truth)).toBeLessThan(3.29); // p = 0.001
  // The others' counts are exchangeable and sum to rounds·ω less the true cell's, so their spread about their own mean,
  // scaled by their common variance less covariance, is χ² with k − 2 degrees of freedom.
  const others = counts.filter((_, index) => index !== cell);
  const mean = others.reduce((sum, count) => sum + count, 0) / (k - 1);
  const pair =
    (p * (omega - 1) * (omega - 2) + (1 - p) * omega * (omega - 1)) /
    ((k - 1) * (k - 2)); /* both in the set */
  const chiSquare = others.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (rounds * (q - pair));
  expect(Math.abs(chiSquare - (k - 2))).toBeLessThan(3.29 * Math.sqrt(2 * (k - 2)));
});

test.each([-1, 7, 1.5, Number.NaN])("cell %s of 7 is refused", (cell) => {
  expect(() => subset(cell, 7, 3_000_000, seeded(1))).toThrow(
    expect.objectContaining({ code: "parameter-range" }),
  );
});

test("a generator of fractions is refused", () => {
  expect(() => subset(0, 7, 3_000_000, () => 0.5)).toThrow("random");
});

function probability(set: readonly number[], cell: number, k: number, eps: number): number {
  const { omega, p } = plan(k, eps);
  return set.includes(cell) ? p / binomial(k - 1, omega - 1) : (1 - p) / binomial(k - 1, omega);
}

function everySet(k: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  const sets: number[][] = [];
  for (let cell = from; cell <= k - size; cell++) {
    sets.push(...everySet(k, size - 1, cell + 1).map((rest) => [cell, ...rest]));
  }
  return sets;
}

function binomial(n: number, m: number): number {
  let value = 1;
  for (let i = 1; i <= m; i++) value = (value * (n - m + i)) / i;
  return Math.round(value);
}
