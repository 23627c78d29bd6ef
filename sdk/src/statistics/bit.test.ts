import fc from "fast-check";
import { expect, test } from "vitest";
import { exactEpsilon, limits, plan } from "../wire/index.js";
import { bit } from "./bit.js";
import { scripted, seeded } from "./test/seeded.js";

const epsilons = fc.integer({ min: limits.microEpsilonLeast, max: limits.microEpsilon });

test("says the truth for exactly p · 2^32 of all draws, for both truths alike", () => {
  fc.assert(
    fc.property(epsilons, fc.boolean(), (eps, value) => {
      const threshold = plan(2, eps).p * 2 ** 32;
      expect(Number.isInteger(threshold)).toBe(true);
      expect(bit(value, eps, scripted([threshold - 1]))).toBe(value);
      expect(bit(value, eps, scripted([threshold]))).toBe(!value);
    }),
  );
});

test("either answer is at most e^ε times likelier under one truth than under the other", () => {
  fc.assert(
    fc.property(epsilons, (eps) => {
      const { p, q } = plan(2, eps);
      expect(p + q).toBe(1);
      expect(p / q).toBeLessThanOrEqual(Math.exp(eps / 1e6) * (1 + 1e-12));
      expect(Math.log(p / q)).toBeCloseTo(exactEpsilon(2, eps), 9);
    }),
  );
});

test("χ² of the bits drawn at ε = 3", () => {
  const rounds = 100_000;
  const { p } = plan(2, 3_000_000);
  const random = seeded(21);
  let honest = 0;
  for (let round = 0; round < rounds; round++) if (bit(true, 3_000_000, random)) honest++;
  expect((honest - rounds * p) ** 2 / (rounds * p * (1 - p))).toBeLessThan(10.83); // χ²(1) at p = 0.001
});

test("takes one draw and refuses what is not a 32-bit integer", () => {
  expect(() => bit(true, 3_000_000, () => 0.25)).toThrow(
    expect.objectContaining({ code: "parameter-range" }),
  );
  expect(() => bit(true, 0, seeded(1))).toThrow("microEpsilon");
});
