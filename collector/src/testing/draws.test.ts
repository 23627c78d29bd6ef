import { expect, test } from "vitest";
import { chiSquareTail } from "../estimate/chi-square.js";
import { binomial, multinomial, supportOf } from "./draws.js";
import { createRandom } from "./visitor.js";

/** Probabilities of 0 … n successes. */
function exact(n: number, p: number): number[] {
  let log = n * Math.log1p(-p);
  return Array.from({ length: n + 1 }, (_, k) => {
    const probability = Math.exp(log);
    log += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
    return probability;
  });
}

test.each([
  [8, 0.3],
  [50, 0.02],
  [60, 0.4],
  [200, 0.9],
  [3000, 0.05],
])("χ² of binomial draws, n = %d, p = %d", (n, p) => {
  const [random, draws] = [createRandom(n), 50_000];
  const counts = Array.from({ length: n + 1 }, () => 0);
  for (let draw = 0; draw < draws; draw++) counts[binomial(n, p, random)]! += 1;
  let [chi2, cells, drawn, expected] = [0, 0, 0, 0];
  exact(n, p).forEach((probability, k) => {
    drawn += counts[k]!;
    expected += draws * probability;
    if (expected < 20) return;
    chi2 += (drawn - expected) ** 2 / expected;
    [cells, drawn, expected] = [cells + 1, 0, 0];
  });
  expect(chiSquareTail(chi2, cells - 1)).toBeGreaterThan(0.001);
});

test("multinomial draws keep their number and their shares", () => {
  const random = createRandom(3);
  const counts = multinomial(1_000_000, [0.5, 0, 0.3, 0.2], random);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_000_000);
  [0.5, 0, 0.3, 0.2].forEach((share, at) => expect(counts[at]! / 1e6).toBeCloseTo(share, 2));
});

test("answers drawn at once are as many as the devices, and only where an answer is one cell", () => {
  const support = supportOf([100, 0, 300], 3_000_000, createRandom(4));
  expect(support.reduce((sum, count) => sum + count, 0)).toBe(400);
  expect(() =>
    supportOf(
      Array.from({ length: 64 }, () => 1),
      2_000_000,
      createRandom(4),
    ),
  ).toThrow("together");
});
