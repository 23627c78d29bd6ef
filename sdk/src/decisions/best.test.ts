import { expect, test } from "vitest";
import { rankByResults } from "./best.js";
import { decide } from "./decide.js";
import { emptyMemory } from "./memory.js";
import type { Results, Situation, SlotSpec } from "./types.js";

const day = 86_400_000;
const devices = Array.from({ length: 4000 }, (_, at) => `device-${at}`);
const slot: SlotSpec = {
  name: "hero",
  choose: "best",
  holdout: 0,
  variants: ["a", "b", "c"].map((name) => ({ name, topics: [] })),
};
const at = (seed: string, model: Results | undefined, rest: Partial<Situation> = {}): Situation => ({
  facts: {},
  memory: emptyMemory(seed),
  resting: [],
  muted: [],
  now: day,
  visitStart: day,
  page: { slots: 1, personalized: 0 },
  model,
  best: rankByResults,
  ...rest,
});
const firstOf = (seed: string, model: Results, visitStart = day): string | undefined =>
  rankByResults(slot, at(seed, model, { visitStart }))?.[0]?.name;
const sharesOf = (model: Results): Record<string, number> => {
  const shares: Record<string, number> = { a: 0, b: 0, c: 0 };
  for (const seed of devices) shares[firstOf(seed, model) ?? ""]! += 1 / devices.length;
  return shares;
};

test("what is clearly best is shown most, and one visit in ten explores all alike", () => {
  const { a, b, c } = sharesOf({ hero: { a: [0.02, 0.0001], b: [0.03, 0.0001], c: [0.01, 0.0001] } });
  expect(b).toBeCloseTo(0.9 + 0.1 / 3, 1);
  expect(a! + c!).toBeGreaterThan(0.04);
  expect(a! + c!).toBeLessThan(0.1);
});

test("what is about as good is shown about as often: as often as it may be the best", () => {
  const { a, b } = sharesOf({ hero: { a: [0.02, 0.005], b: [0.02, 0.005], c: [0.001, 0.0001] } });
  expect(Math.abs(a! - b!)).toBeLessThan(0.05);
  // P(A > B) of N(0.025, 0.005) and N(0.02, 0.005) is Φ(0.005 / 0.00707) = 0.76
  const unequal = sharesOf({ hero: { a: [0.025, 0.005], b: [0.02, 0.005], c: [0, 0.0001] } });
  expect(unequal["a"]).toBeCloseTo(0.9 * 0.76 + 0.1 / 3, 1);
});

test("a variant without results is tried", () => {
  const { c } = sharesOf({ hero: { a: [0.02, 0.002], b: [0.021, 0.002] } });
  expect(c).toBeGreaterThan(0.2);
});

test("a device keeps to its order for a visit, and draws anew in the next", () => {
  const model: Results = { hero: { a: [0.02, 0.01], b: [0.02, 0.01], c: [0.02, 0.01] } };
  const some = devices.slice(0, 300);
  for (const seed of some) expect(firstOf(seed, model)).toBe(firstOf(seed, model));
  const changed = some.filter((seed) => firstOf(seed, model) !== firstOf(seed, model, day + 3_600_000));
  expect(changed.length / some.length).toBeCloseTo(2 / 3, 0);
});

test("the best of the eligible is shown; without results the page's first", () => {
  const model: Results = { hero: { a: [0.01, 0.00001], b: [0.02, 0.00001], c: [0.03, 0.00001] } };
  const seed = devices.find((one) => firstOf(one, model) === "c")!;
  const decided = (rest: Partial<Situation>, results: Results | undefined = model) =>
    decide(slot, at(seed, results, rest));
  expect(decided({})).toMatchObject({ variant: "c", reason: { rule: "best" } });
  const variants = slot.variants.map((variant) =>
    variant.name === "c" ? { ...variant, when: () => false } : variant,
  );
  expect(decide({ ...slot, variants }, at(seed, model))).toMatchObject({
    variant: "b",
    reason: { rule: "best", skipped: [{ variant: "c", rule: "condition" }] },
  });
  for (const none of [undefined, {}, { other: { a: [1, 1] } }] as (Results | undefined)[])
    expect(decide(slot, at(seed, none))).toMatchObject({ variant: "a", reason: { rule: "eligible" } });
  expect(decided({ best: undefined })).toMatchObject({ variant: "a" });
});
