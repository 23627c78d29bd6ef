import { expect, test } from "vitest";
import { decide } from "./decide.js";
import { emptyMemory } from "./memory.js";
import type { Decision, Namespace, SlotSpec } from "./types.js";

const devices = Array.from({ length: 20_000 }, (_, at) => `device-${at}`);
const decided = (name: string, namespace: Namespace, seed: string): Decision => {
  const slot: SlotSpec = {
    name,
    choose: "test",
    holdout: 10,
    namespace,
    variants: [{ name: "a", topics: [] }],
  };
  return decide(slot, {
    facts: {},
    memory: emptyMemory(seed),
    resting: [],
    muted: [],
    now: 1000,
    visitStart: 500,
    page: { slots: 1, personalized: 0 },
  });
};
const takesPart = (name: string, namespace: Namespace, seed: string): boolean =>
  decided(name, namespace, seed).reason.rule !== "namespace";

test("experiments in disjoint shares of a namespace never meet, and every device is in one", () => {
  let [first, second] = [0, 0];
  for (const seed of devices) {
    const [one, two] = [takesPart("x", ["home", 0, 0.3], seed), takesPart("y", ["home", 0.3, 1], seed)];
    expect(one).toBe(!two);
    if (one) first++;
    else second++;
  }
  expect(first / (first + second)).toBeCloseTo(0.3, 1);
});

test("who takes no part sees the default, for that reason, and neither held out nor capped", () => {
  const seed = devices.find((one) => !takesPart("x", ["home", 0, 0.3], one))!;
  expect(decided("x", ["home", 0, 0.3], seed)).toEqual({
    slot: "x",
    state: "default",
    arm: 1,
    reason: { rule: "namespace", used: [], skipped: [] },
  });
});

test("two namespaces are independent", () => {
  const both = devices.filter(
    (seed) => takesPart("x", ["home", 0, 0.5], seed) && takesPart("y", ["cart", 0, 0.5], seed),
  );
  expect(both.length / devices.length).toBeCloseTo(0.25, 1);
});
