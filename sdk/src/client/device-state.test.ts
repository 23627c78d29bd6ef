import { expect, test, vi } from "vitest";
import { emptyMemory } from "../decisions/index.js";
import { emptyProfile } from "../interests/index.js";
import { readState } from "./device-state.js";
import { beginVisit } from "./outcomes.js";

const stored = { profile: emptyProfile(), memory: emptyMemory("seed"), visit: beginVisit(1) };

test("what was kept is taken as it is, and nothing is drawn", () => {
  const random = vi.fn(() => 1);
  expect(readState(stored, random)).toBe(stored);
  expect(random).not.toHaveBeenCalled();
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["a text", "state"],
  ["a record of another version", { ...stored, profile: { ...stored.profile, v: 2 } }],
  ["a memory of another version", { ...stored, memory: { ...stored.memory, v: 2 } }],
  ["half a record", { profile: stored.profile }],
  ["the other half", { memory: stored.memory }],
  ["nulls", { profile: null, memory: null }],
])("%s: the device begins anew", (_, value) => {
  const state = readState(value, () => 3);
  expect(state.profile).toEqual(emptyProfile());
  expect(state.memory.slots).toEqual({});
  expect(state.visit).toBeUndefined();
});

test("the seed of a new device is two draws of 32 bits", () => {
  const draws = [4_294_967_295, 17];
  expect(readState(undefined, () => draws.shift()!).memory.seed).toBe("429496729517");
  expect(draws).toEqual([]);
});
