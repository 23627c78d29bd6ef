import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "./limits.js";
import { exactEpsilon, plan, rareVariance } from "./plan.js";

const parameters = fc.record({
  k: fc.integer({ min: limits.cellsLeast, max: limits.cells }),
  eps: fc.integer({ min: limits.microEpsilonLeast, max: limits.microEpsilon }),
});

test.each([
  { k: 64, eps: 1, variance: 3.54, omega: 17 },
  { k: 64, eps: 2, variance: 0.67, omega: 7 },
  { k: 64, eps: 4, variance: 0.041, omega: 1 },
  { k: 16, eps: 1, variance: 3.11, omega: 4 },
])("check value: k = $k, ε = $eps gives n·Var $variance", ({ k, eps, variance, omega }) => {
  const given = plan(k, eps * 1e6);
  expect(given.omega).toBe(omega);
  expect(rareVariance(given)).toBeCloseTo(variance, variance < 1 ? 3 : 2);
});

// Computed with 50 decimal digits, not with this code.
test.each([
  { k: 2, eps: 3000000, omega: 1, threshold: 4091274721 },
  { k: 7, eps: 3000000, omega: 1, threshold: 3307071058 },
  { k: 64, eps: 1000000, omega: 17, threshold: 2129301061 },
  { k: 993, eps: 2000000, omega: 118, threshold: 2143683398 },
])("golden: k = $k, ε = $eps µ has ω = $omega, p = $threshold / 2^32", ({ k, eps, omega, threshold }) => {
  const given = plan(k, eps);
  expect(given.omega).toBe(omega);
  expect(given.p * 2 ** 32).toBe(threshold);
});

test("ω is ⌊k/(e^ε+1)⌋ or ⌈k/(e^ε+1)⌉, at least 1, and the better of the two", () => {
  fc.assert(
    fc.property(parameters, ({ k, eps }) => {
      const { omega, p, q } = plan(k, eps);
      const exact = k / (Math.exp(eps / 1e6) + 1);
      const choices = [Math.max(1, Math.floor(exact)), Math.ceil(exact)];
      expect(choices).toContain(omega);
      expect(omega).toBeLessThan(k);
      const best = Math.min(...choices.map((choice) => rareVariance(nominal(k, eps, choice))));
      expect(rareVariance({ omega, p, q }) / best).toBeCloseTo(1, 5);
    }),
  );
});

test("p is the nominal one rounded down to 32 bits; q makes the expected set size ω", () => {
  fc.assert(
    fc.property(parameters, ({ k, eps }) => {
      const { omega, p, q } = plan(k, eps);
      const exact = nominal(k, eps, omega).p;
      expect(Number.isInteger(p * 2 ** 32)).toBe(true);
      expect(p).toBeLessThanOrEqual(exact);
      expect(exact - p).toBeLessThan(2 ** -32 + 1e-15);
      expect(p + (k - 1) * q).toBeCloseTo(omega, 9);
      expect(q).toBeGreaterThan(0);
      expect(p).toBeGreaterThan(q);
      expect(p).toBeLessThan(1);
    }),
  );
});

test("the thresholds give at most the nominal ε, and hardly less", () => {
  fc.assert(
    fc.property(parameters, ({ k, eps }) => {
      const exact = exactEpsilon(k, eps);
      expect(exact).toBeLessThanOrEqual(eps / 1e6 + 1e-12);
      expect(exact).toBeGreaterThan(eps / 1e6 - 1e-5);
      if (eps <= 6_000_000 && k <= 100) expect(exact).toBeGreaterThan(eps / 1e6 - 1e-6);
    }),
  );
});

test("two cells are randomized response: p = e^ε/(e^ε+1), q = 1 − p", () => {
  const { omega, p, q } = plan(2, 3_000_000);
  expect(omega).toBe(1);
  expect(p).toBeCloseTo(Math.exp(3) / (Math.exp(3) + 1), 9);
  expect(q).toBe(1 - p);
});

test.each([
  [1, 1_000_000],
  [1101, 1_000_000],
  [2.5, 1_000_000],
  [7, 999],
  [7, 10_000_001],
  [7, 3.5],
  [7, Number.NaN],
])("refuses k = %d, ε = %d µ", (k, eps) => {
  expect(() => plan(k, eps)).toThrow(expect.objectContaining({ code: "parameter-range" }));
});

function nominal(k: number, eps: number, omega: number): { omega: number; p: number; q: number } {
  const odds = Math.exp(eps / 1e6);
  const p = (omega * odds) / (omega * odds + k - omega);
  return { omega, p, q: (p * (omega - 1) + (1 - p) * omega) / (k - 1) };
}
