import { expect, test } from "vitest";
import { binomial, multinomial, supportOf } from "../testing/draws.js";
import { createRandom, epsilon } from "../testing/visitor.js";
import { differences, required, uplift, type Result, type Wish } from "./index.js";

const arms: Wish = { rate: 0.1, effect: 0.03, epsilon, cells: 2, groups: [0.3, 0.7] };
const variants: Wish = { rate: 0.2, effect: 0.06, epsilon, cells: 7, groups: [0.35, 0.3] };

test("by hand: two arms of one size, of answers that hardly have noise", () => {
  // (1.96 + 0.8416)² · 2 · (0.1·0.9 + 0.12·0.88) / 0.02² = 7677; at ε = 10 one bit in 22,027 is wrong
  const { answers } = required({ ...arms, effect: 0.02, epsilon: 10_000_000, groups: [0.5, 0.5] })!;
  expect(answers / 7677).toBeCloseTo(1, 2);
});

// The table in docs/estimates.md.
test.each<[Partial<Wish>, number, number]>([
  [{ rate: 0.04, effect: 0.01, groups: [0.1, 0.9] }, 82_371, 34_322],
  [{ rate: 0.04, effect: 0.01, groups: [0.5, 0.5] }, 30_797, 13_499],
  [{ rate: 0.1, effect: 0.02, groups: [0.1, 0.9] }, 31_985, 19_973],
  [{ rate: 0.1, effect: 0.02, groups: [0.5, 0.5] }, 12_005, 7680],
  [{ rate: 0.1, effect: 0.05, groups: [0.3, 0.3], cells: 7 }, 7100, 2280],
])("documented: %o takes %d answers, at ε = 10 %d", (wish, answers, clear) => {
  expect(required({ ...arms, ...wish })).toMatchObject({ answers });
  expect(required({ ...arms, ...wish, epsilon: 10_000_000 })).toMatchObject({ answers: clear });
});

const excludesZero = (result: Result): boolean =>
  result.state === "ok" && (result.low > 0 || result.high < 0);

test("with as many answers an uplift of this size is found four times of five", () => {
  const random = createRandom(95);
  const { answers } = required(arms)!;
  let found = 0;
  for (let run = 0; run < 4000; run++) {
    const held = binomial(answers, 0.3, random);
    const sums = [held, answers - held].map((n, arm) => {
      const reached = binomial(n, arm === 0 ? 0.1 : 0.13, random);
      return { arm, n, support: supportOf([reached, n - reached], epsilon, random) };
    });
    if (excludesZero(uplift(sums, epsilon).difference)) found += 1 / 4000;
  }
  expect(found).toBeGreaterThan(0.78);
  expect(found).toBeLessThan(0.82);
});

test("and so is a difference of two variants", () => {
  const random = createRandom(96);
  const { answers } = required(variants)!;
  const truth = [0.35, 0.18, 0.1, 0.07, 0.122, 0.1, 0.078];
  let found = 0;
  for (let run = 0; run < 2000; run++) {
    const support = supportOf(multinomial(answers, truth, random), epsilon, random);
    if (excludesZero(differences({ n: answers, support }, { cells: 7, epsilon })[0]!.goal)) found += 1 / 2000;
  }
  expect(found).toBeGreaterThan(0.77);
  expect(found).toBeLessThan(0.83);
});

test("more noise, rarer groups and smaller effects take more answers; days follow from the answers of a day", () => {
  const least = required(arms)!.answers;
  expect(required({ ...arms, epsilon: 1_000_000 })!.answers).toBeGreaterThan(3 * least);
  expect(required({ ...arms, groups: [0.05, 0.95] })!.answers).toBeGreaterThan(2 * least);
  expect(required({ ...arms, effect: 0.015 })!.answers).toBeGreaterThan(3.5 * least);
  expect(required({ ...arms, perDay: 100 })).toEqual({ answers: least, days: Math.ceil(least / 100) });
  expect(required({ ...arms, perDay: 0 })!.days).toBeUndefined();
});

test.each([
  { effect: 0 },
  { effect: 0.95 },
  { effect: -0.2 },
  { rate: NaN },
  { groups: [0, 1] as const },
  { groups: [0.7, 0.7] as const },
  { cells: 4 },
])("%o cannot be", (change) => {
  expect(required({ ...arms, ...change })).toBeUndefined();
});
