import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyMemory, remember, type Memory, type SlotEvent } from "./index.js";

const day = 86_400_000;
const now = Date.UTC(2026, 5, 1);
const shown = (slot: string, variant: string, at = now): SlotEvent => ({ kind: "shown", slot, variant, at });

test("a show and a click", () => {
  const once = remember(emptyMemory("s"), shown("hero", "a"));
  expect(once).toEqual({
    v: 1,
    seed: "s",
    slots: { hero: { at: now, shown: [[now, "a"]], variants: { a: { unclicked: 1, at: now } } } },
  });
  const clicked = remember(once, { kind: "clicked", slot: "hero", variant: "a", at: now + 5 });
  expect(clicked.slots.hero).toEqual({
    at: now + 5,
    shown: [[now, "a"]],
    variants: { a: { unclicked: 0, at: now + 5 } },
  });
});

test("the old memory is left as it was", () => {
  const old = remember(emptyMemory("s"), shown("hero", "a"));
  const before = structuredClone(old);
  remember(old, shown("hero", "b"));
  expect(old).toEqual(before);
});

test("an assignment sticks only when the show was of a test", () => {
  const first = remember(emptyMemory("s"), { ...shown("hero", "a"), rule: "eligible" });
  expect(first.slots.hero).not.toHaveProperty("assigned");
  const assigned = remember(first, { ...shown("hero", "b"), rule: "assigned" });
  expect(assigned.slots.hero?.assigned).toBe("b");
  expect(remember(assigned, shown("hero", "a")).slots.hero?.assigned).toBe("b");
});

test("rest follows the given tact", () => {
  const tact = { fatigueShows: 2, fatigueRestDays: 1 };
  const twice = [now, now + 1].reduce(
    (past, at) => remember(past, shown("hero", "a", at), tact),
    emptyMemory("s"),
  );
  const count = (at: number): number | undefined =>
    remember(twice, shown("hero", "a", at), tact).slots.hero?.variants.a?.unclicked;
  expect([count(now + day), count(now + day + 1)]).toEqual([3, 1]);
});

test("shows are kept for seven days", () => {
  const old = remember(emptyMemory("s"), shown("hero", "a", now - 7 * day));
  expect(remember(old, shown("hero", "a")).slots.hero?.shown).toEqual([[now, "a"]]);
});

test("a slot unused for ninety days is forgotten", () => {
  const old = remember(emptyMemory("s"), shown("old", "a", now - 90 * day));
  expect(Object.keys(remember(old, shown("new", "a")).slots)).toEqual(["new"]);
});

test("the slots and variants used last are kept", () => {
  let memory: Memory = emptyMemory("s");
  for (let i = 0; i < 60; i++) memory = remember(memory, shown(`slot-${i}`, "a", now + i));
  expect(Object.keys(memory.slots)).toHaveLength(50);
  expect(Object.keys(memory.slots)).toContain("slot-59");
  expect(Object.keys(memory.slots)).not.toContain("slot-9");
  for (let i = 0; i < 30; i++) memory = remember(memory, shown("slot-59", `variant-${i}`, now + 100 + i));
  expect(Object.keys(memory.slots["slot-59"]!.variants)).toHaveLength(20);
  expect(memory.slots["slot-59"]!.variants).toHaveProperty("variant-29");
});

test("memory stays bounded and plain, whatever happens", () => {
  const event = fc.record({
    kind: fc.constantFrom("shown", "clicked"),
    slot: fc.constantFrom("a", "b", "constructor", "__proto__"),
    variant: fc.constantFrom("x", "y", "toString"),
    at: fc.integer({ min: now - 100 * day, max: now + 100 * day }),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 150 }), (events) => {
      const memory = events.reduce<Memory>((past, next) => remember(past, next), emptyMemory("s"));
      expect(structuredClone(memory)).toEqual(memory);
      for (const slot of Object.values(memory.slots)) {
        expect(slot.shown.length).toBeLessThanOrEqual(50);
        for (const { unclicked } of Object.values(slot.variants)) expect(unclicked).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("a thousand shows of many slots weigh less than 200 KB", () => {
  let memory: Memory = emptyMemory("s");
  for (let i = 0; i < 5000; i++)
    memory = remember(memory, shown(`slot-${i % 70}`, `variant-${i % 9}`, now + i));
  expect(JSON.stringify(memory).length).toBeLessThan(200_000);
});
