import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseVariation, getBucketRanges, getEqualWeights, hash, inNamespace } from "./index.js";

test("an unknown version has no hash", () => {
  expect([0, 3, 1.5].map((version) => hash("s", "v", version))).toEqual([null, null, null]);
});

test("a hash is a step of its version in [0, 1), the same every time", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.constantFrom(1, 2), (seed, value, version) => {
      const n = hash(seed, value, version)!;
      const steps = version === 1 ? 1000 : 10_000;
      expect(n).toBe(Math.round(n * steps) / steps);
      expect(n >= 0 && n < 1).toBe(true);
      expect(hash(seed, value, version)).toBe(n);
    }),
  );
});

test("the 32-bit sum behind it is FNV-1a", () => {
  // published vector: FNV-1a 32 of "foobar" is 0xbf9cf968
  expect(hash("", "foobar", 1)).toBe((0xbf9cf968 % 1000) / 1000);
});

test("weights and coverage become ranges", () => {
  expect(getBucketRanges(2, 0.5, [0.4, 0.6])).toEqual([
    [0, 0.2],
    [0.4, 0.7],
  ]);
  expect(getBucketRanges(2, -1, null)).toEqual([
    [0, 0],
    [0.5, 0.5],
  ]);
  const halves = [
    [0, 0.5],
    [0.5, 1],
  ];
  expect(getBucketRanges(2)).toEqual(halves);
  expect(getBucketRanges(2, 2, [1])).toEqual(halves);
  expect(getBucketRanges(2, null, [0.5, 0.6])).toEqual(halves);
  expect(getBucketRanges(2, 1, [Number.NaN, 1])).toEqual(halves);
  expect(getBucketRanges(0)).toEqual([]);
});

test("equal weights add up to 1", () => {
  expect(getEqualWeights(0)).toEqual([]);
  for (const n of [1, 2, 3, 7]) {
    expect(getEqualWeights(n)).toHaveLength(n);
    expect(getEqualWeights(n).reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 12);
  }
});

test("every hash falls into exactly one range at full coverage", () => {
  const n = fc.integer({ min: 0, max: 9999 }).map((step) => step / 10_000);
  fc.assert(
    fc.property(n, fc.integer({ min: 1, max: 20 }), (value, count) => {
      const ranges = getBucketRanges(count);
      const holding = ranges.filter(([from, to]) => value >= from && value < to);
      expect(holding).toHaveLength(1);
      expect(ranges[chooseVariation(value, ranges)]).toBe(holding[0]);
    }),
  );
});

test("nothing holds what lies outside", () => {
  expect(
    chooseVariation(0.3, [
      [0, 0.25],
      [0.5, 0.75],
    ]),
  ).toBe(-1);
  expect(chooseVariation(0.25, [[0, 0.25]])).toBe(-1);
});

test("disjoint shares of a namespace never meet, and together hold everyone", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(inNamespace(value, ["n", 0, 0.5])).not.toBe(inNamespace(value, ["n", 0.5, 1]));
    }),
  );
});
