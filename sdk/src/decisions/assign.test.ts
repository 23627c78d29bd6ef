import { describe, expect, test } from "vitest";
import { chooseVariation, getBucketRanges, hash } from "../audiences/index.js";
import {
  decide,
  emptyMemory,
  remember,
  type Decision,
  type Memory,
  type SlotSpec,
  type VariantSpec,
} from "./index.js";

const devices = 100_000;

/** mulberry32, so that every run draws the same seeds: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function seeds(count: number): string[] {
  let state = 20_260_601;
  const next = (): string => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0).toString(36);
  };
  return Array.from({ length: count }, () => `${next()}${next()}${next()}`);
}

const all = seeds(devices);

const slotOf = (weights: (number | undefined)[], more: Partial<SlotSpec> = {}): SlotSpec => ({
  name: "home-hero",
  choose: "test",
  holdout: 0,
  variants: weights.map((weight, i): VariantSpec => ({
    name: `v${i}`,
    topics: [],
    ...(weight !== undefined && { weight }),
  })),
  ...more,
});

const day = 86_400_000;

const decided = (slot: SlotSpec, memory: Memory, now = 1000): Decision =>
  decide(slot, {
    facts: {},
    memory,
    resting: [],
    muted: [],
    now,
    visitStart: 0,
    page: { slots: 1, personalized: 0 },
  });

const variantOf = (slot: SlotSpec, seed: string): number =>
  Number(decided(slot, emptyMemory(seed)).variant?.slice(1) ?? -1);

const chiSquare = (observed: number[], expected: number[]): number =>
  observed.reduce((sum, count, i) => sum + (count - expected[i]!) ** 2 / expected[i]!, 0);

/** χ² at p = 0.01 for 1 … 5 degrees of freedom. */
const critical = [0, 6.635, 9.21, 11.345, 13.277, 15.086];

/** χ² of independence over a table of counts. */
function independence(table: number[][]): number {
  const rows = table.map((row) => row.reduce((sum, n) => sum + n));
  const columns = table[0]!.map((_, j) => table.reduce((sum, row) => sum + row[j]!, 0));
  const total = rows.reduce((sum, n) => sum + n);
  return chiSquare(
    table.flat(),
    rows.flatMap((row) => columns.map((column) => (row * column) / total)),
  );
}

/** Counts of the pairs that devices have drawn. */
function crossed(first: number[], second: number[], size: [number, number]): number[][] {
  const table = Array.from({ length: size[0] }, () => new Array<number>(size[1]).fill(0));
  first.forEach((i, device) => (table[i]![second[device]!]! += 1));
  return table;
}

/** Per slot, what each of the devices is given; computed once for all the tests that look at it. */
const memoized = <T>(compute: (slot: SlotSpec, seed: string) => T): ((slot: SlotSpec) => T[]) => {
  const known = new Map<string, T[]>();
  return (slot) => {
    const key = JSON.stringify(slot);
    const found = known.get(key) ?? all.map((seed) => compute(slot, seed));
    known.set(key, found);
    return found;
  };
};
const variantsOf = memoized(variantOf);
const armsOf = memoized((slot, seed) => decided(slot, emptyMemory(seed)).arm);

test("the draw is GrowthBook's: hash, version 2, within its bucket ranges", () => {
  const slot = slotOf([3, 1, 4]);
  const ranges = getBucketRanges(3, 1, [3 / 8, 1 / 8, 4 / 8]);
  for (const seed of all.slice(0, 5000))
    expect(variantOf(slot, seed)).toBe(chooseVariation(hash("heim-test:home-hero:", seed, 2)!, ranges));
});

describe("weights are kept over 100,000 devices (χ², p > 0.01)", () => {
  test.each([
    [
      [80, 20],
      [0.8, 0.2],
    ],
    [
      [1, 2, 7],
      [0.1, 0.2, 0.7],
    ],
    [
      [undefined, undefined, undefined, undefined],
      [0.25, 0.25, 0.25, 0.25],
    ],
    [
      [3, undefined, 1],
      [0.5, 1 / 3, 1 / 6],
    ],
  ])("%j", (weights, shares) => {
    const slot = slotOf(weights);
    const counts = weights.map(() => 0);
    for (const i of variantsOf(slot)) counts[i]! += 1;
    const expected = shares.map((share) => share * devices);
    expect(chiSquare(counts, expected)).toBeLessThan(critical[weights.length - 1]!);
  });
});

describe("holdout", () => {
  const arms = (name: string, holdout: number): number[] => armsOf(slotOf([1, 1], { name, holdout }));
  const draws = (name: string, weights: number[]): number[] => variantsOf(slotOf(weights, { name }));

  test.each([10, 50])("%i percent", (holdout) => {
    const held = arms("home-hero", holdout).filter((arm) => arm === 0).length;
    const share = holdout / 100;
    expect(chiSquare([held, devices - held], [devices * share, devices * (1 - share)])).toBeLessThan(
      critical[1]!,
    );
  });

  test("is independent of the variant a device would see", () => {
    const table = crossed(arms("home-hero", 20), draws("home-hero", [1, 1, 1]), [2, 3]);
    expect(independence(table)).toBeLessThan(critical[2]!);
  });

  test("is independent across slots, as are the variants", () => {
    const both = crossed(arms("home-hero", 20), arms("home-teaser", 20), [2, 2]);
    expect(independence(both)).toBeLessThan(critical[1]!);
    const variants = crossed(draws("home-hero", [1, 1]), draws("slot-2", [1, 1]), [2, 2]);
    expect(independence(variants)).toBeLessThan(critical[1]!);
  });

  test("the test of independence can fail", () => {
    const arm = arms("home-hero", 20);
    expect(independence(crossed(arm, arm, [2, 2]))).toBeGreaterThan(1000);
  });

  test("raising it takes nobody out", () => {
    const after = arms("home-hero", 50);
    expect(arms("home-hero", 10).some((arm, device) => arm === 0 && after[device] !== 0)).toBe(false);
  });
});

describe("sticky", () => {
  const some = all.slice(0, 10_000);
  const shown = (slot: SlotSpec, seed: string): Memory => {
    const decision = decided(slot, emptyMemory(seed));
    const { rule } = decision.reason;
    return remember(emptyMemory(seed), {
      kind: "shown",
      slot: slot.name,
      variant: decision.variant!,
      at: 500,
      rule,
    });
  };

  test("the same device sees the same, every time", () => {
    const slot = slotOf([1, 1, 1]);
    for (const seed of some.slice(0, 1000)) expect(variantOf(slot, seed)).toBe(variantOf(slot, seed));
  });

  test("new weights move nobody who has been shown the test", () => {
    const [old, changed] = [slotOf([1, 1, 1]), slotOf([2, 1, 1, 3])];
    for (const seed of some) {
      const memory = shown(old, seed);
      if (decided(changed, memory).variant !== decided(old, memory).variant) expect.fail(seed);
    }
  });

  test("over a year of visits, ten weeks apart at most, nobody is moved, whatever becomes of the weights", () => {
    const weights = [
      [1, 1, 1],
      [2, 1, 1],
      [1, 9, 5, 5],
      [1, 1, 1, 20],
    ];
    for (const [at, seed] of some.slice(0, 1000).entries()) {
      const first = shown(slotOf([1, 1, 1]), seed);
      const variant = decided(slotOf([1, 1, 1]), emptyMemory(seed)).variant!;
      let memory = first;
      for (let now = 500; now < 365 * day; now += (10 + ((at * 7) % 60)) * day) {
        const slot = slotOf(weights[Math.floor(now / (92 * day))] ?? []);
        // none at all while it rests
        const given = decided(slot, memory, now).variant ?? variant;
        if (given !== variant) expect.fail(`${seed} after ${now / day} days`);
        memory = remember(memory, { kind: "shown", slot: slot.name, variant, at: now, rule: "assigned" });
      }
    }
  });

  test("a retired variant frees its devices, and only those", () => {
    const [old, retired] = [slotOf([1, 1, 1]), slotOf([1, 0, 1])];
    for (const seed of some) {
      const memory = shown(old, seed);
      const [before, after] = [decided(old, memory).variant, decided(retired, memory).variant];
      if (before === "v1" ? after === "v1" : after !== before) expect.fail(seed);
    }
  });

  test("of devices that have seen nothing, two weights move the difference only", () => {
    const [old, changed] = [slotOf([50, 50]), slotOf([60, 40])];
    const moved = some.filter((seed) => variantOf(old, seed) !== variantOf(changed, seed));
    expect(moved.length / some.length).toBeCloseTo(0.1, 1);
    expect(moved.every((seed) => variantOf(changed, seed) === 0)).toBe(true);
  });

  test("weights are relative", () => {
    const [small, large] = [slotOf([1, 4]), slotOf([20, 80])];
    for (const seed of some.slice(0, 1000)) expect(variantOf(small, seed)).toBe(variantOf(large, seed));
  });
});
