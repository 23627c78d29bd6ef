import { expect, test } from "vitest";
import { decide, emptyMemory, remember, rest, type Situation, type SlotSpec } from "./index.js";

const now = Date.UTC(2026, 5, 1, 12);
const visitStart = now - 600_000;

const slot: SlotSpec = {
  ...{ name: "home-hero", choose: "first", holdout: 0 },
  variants: [
    { name: "hiking", topics: ["hiking"] },
    { name: "peru", topics: [] },
  ],
};

const situation = (more: Partial<Situation>): Situation => ({
  ...{ facts: {}, memory: emptyMemory("seed"), resting: [], muted: [], now, visitStart },
  page: { slots: 1, personalized: 0 },
  ...more,
});

const shown = { kind: "shown", slot: "home-hero", variant: "hiking", at: now } as const;

test("a slot of which the visitor said not now shows its default in this visit, whatever it could show", () => {
  const memory = rest(remember(emptyMemory("seed"), shown), "home-hero", { now, visitStart });
  const { state, reason } = decide(slot, situation({ memory }));
  expect([state, reason.skipped]).toEqual([
    "default",
    [
      { variant: "hiking", rule: "muted" },
      { variant: "peru", rule: "muted" },
    ],
  ]);
  expect(decide(slot, situation({ memory: remember(memory, shown) })).variant).toBeUndefined();
});

test("the next visit and other slots know nothing of it", () => {
  const memory = rest(emptyMemory("seed"), "home-hero", { now, visitStart });
  expect(decide(slot, situation({ memory, visitStart: now })).variant).toBe("hiking");
  expect(decide({ ...slot, name: "constructor" }, situation({ memory })).variant).toBe("hiking");
});
