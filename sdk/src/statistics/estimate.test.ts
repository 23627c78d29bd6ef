import fc from "fast-check";
import { expect, test } from "vitest";
import { plan } from "../wire/index.js";
import { difference, estimate } from "./estimate.js";

const counts = fc
  .record({ n: fc.integer({ min: 1, max: 1e7 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ n, part }) => ({ n, support: Math.round(n * part) }));
const plans = fc
  .record({ k: fc.integer({ min: 2, max: 300 }), eps: fc.integer({ min: 100_000, max: 10_000_000 }) })
  .map(({ k, eps }) => plan(k, eps));

test("by hand: n = 1000, 400 in support, p = 0.75, q = 0.25", () => {
  const { share, standardError, low, high } = estimate({ n: 1000, support: 400, p: 0.75, q: 0.25 });
  expect(share).toBeCloseTo(0.3, 12);
  expect(standardError).toBeCloseTo(Math.sqrt(0.24 / 1000) / 0.5, 12);
  // Wilson's interval for 400 of 1000: 0.370069…0.430680 (twice its distance from q)
  expect(low).toBeCloseTo((0.37006 - 0.25) * 2, 4);
  expect(high).toBeCloseTo((0.43069 - 0.25) * 2, 4);
});

test("without noise it is the plain share with Wilson's interval", () => {
  const { share, low, high } = estimate({ n: 10, support: 0, p: 1, q: 0 });
  expect(share).toBe(0);
  expect(low).toBeCloseTo(0, 12);
  expect(high).toBeCloseTo(0.27753, 4); // z²/(n+z²)
});

test("expected support gives the true share back", () => {
  fc.assert(
    fc.property(plans, fc.double({ min: 0, max: 1, noNaN: true }), ({ p, q }, f) => {
      const support = 1e6 * (f * p + (1 - f) * q);
      expect(estimate({ n: 1e6, support, p, q }).share).toBeCloseTo(f, 6);
    }),
  );
});

test("the interval always has a width and holds the estimate", () => {
  fc.assert(
    fc.property(counts, plans, (count, { p, q }) => {
      const { share, standardError, low, high } = estimate({ ...count, p, q });
      const slack = 1e-9 / (p - q);
      expect(low).toBeLessThanOrEqual(share + slack);
      expect(high).toBeGreaterThanOrEqual(share - slack);
      expect(high - low).toBeGreaterThan(0);
      expect(standardError).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("with many answers the interval is 1.96 standard errors either way", () => {
  const { share, standardError, low, high } = estimate({ n: 1e8, support: 3e7, ...plan(16, 1_000_000) });
  expect((high - share) / standardError).toBeCloseTo(1.96, 2);
  expect((share - low) / standardError).toBeCloseTo(1.96, 2);
});

test("the interval covers 93.5 to 97 % from 500 answers on, computed from the binomial distribution", () => {
  for (const [k, eps] of [
    [2, 3e6],
    [7, 3e6],
    [16, 1e6],
    [64, 2e6],
    [64, 4e6],
  ] as const) {
    for (const n of [500, 2000]) {
      for (const f of [0, 0.02, 0.1, 0.5]) {
        const covered = coverage(n, f, plan(k, eps));
        expect(covered, `k ${k}, ε ${eps}, n ${n}, f ${f}`).toBeGreaterThan(0.935);
        expect(covered, `k ${k}, ε ${eps}, n ${n}, f ${f}`).toBeLessThan(0.97);
      }
    }
  }
});

test.each([
  { n: 0, support: 0, p: 0.7, q: 0.1 },
  { n: 10, support: 11, p: 0.7, q: 0.1 },
  { n: 10, support: -1, p: 0.7, q: 0.1 },
  { n: 10, support: 1, p: 0.1, q: 0.1 },
  { n: 10, support: 1, p: 1.1, q: 0.1 },
  { n: 10, support: 1, p: 0.7, q: -0.1 },
  { n: Number.NaN, support: 1, p: 0.7, q: 0.1 },
])("refuses $n answers, support $support, p $p, q $q", (support) => {
  expect(() => estimate(support)).toThrow(expect.objectContaining({ code: "parameter-range" }));
});

test("difference: Newcombe's own example, 56 of 70 less 48 of 80", () => {
  const a = estimate({ n: 70, support: 56, p: 1, q: 0 });
  const b = estimate({ n: 80, support: 48, p: 1, q: 0 });
  const { share, standardError, low, high } = difference(a, b);
  expect(share).toBeCloseTo(0.2, 12);
  expect(standardError).toBeCloseTo(Math.sqrt((0.8 * 0.2) / 70 + (0.6 * 0.4) / 80), 12);
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
});

test("difference turned round is the same with the sign changed", () => {
  fc.assert(
    fc.property(counts, counts, plans, (one, two, { p, q }) => {
      const a = estimate({ ...one, p, q });
      const b = estimate({ ...two, p, q });
      const there = difference(a, b);
      const back = difference(b, a);
      expect(back.share).toBeCloseTo(-there.share, 9);
      expect(back.low).toBeCloseTo(-there.high, 9);
      expect(back.standardError).toBe(there.standardError);
    }),
  );
});

/** Probability that the interval holds f when the support is binomial with θ = fp + (1−f)q. */
function coverage(n: number, f: number, { p, q }: { p: number; q: number }): number {
  const theta = f * p + (1 - f) * q;
  let log = n * Math.log(1 - theta);
  let covered = 0;
  for (let support = 0; support <= n; support++) {
    const { low, high } = estimate({ n, support, p, q });
    if (low <= f && f <= high) covered += Math.exp(log);
    log += Math.log((n - support) / (support + 1)) + Math.log(theta / (1 - theta));
  }
  return covered;
}
