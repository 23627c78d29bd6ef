import { expect, test } from "vitest";
import { adjust } from "./adjust.js";
import { facts } from "./facts.js";
import { fold } from "./fold.js";
import { muted } from "./muted.js";
import { emptyProfile, type Profile } from "./profile.js";

const now = Date.UTC(2026, 10, 20);
const hiker = ["/a", "/b", "/c"].reduce<Profile>(
  (profile, page) => fold(profile, { kind: "view", topics: ["hiking"], at: now, page }, now),
  emptyProfile(),
);
const interestIn = (profile: Profile): number | undefined => facts(profile, now).interest["hiking"];

test("raised and lowered, a topic goes half the way to one end or the other", () => {
  const before = interestIn(hiker)!;
  const raised = adjust(hiker, "hiking", "raise", { now });
  expect(interestIn(raised)).toBeCloseTo((1 + before) / 2);
  expect(interestIn(adjust(hiker, "hiking", "lower", { now }))).toBeCloseTo(before / 2);
  expect(raised.topics["hiking"]?.pages).toEqual(hiker.topics["hiking"]?.pages);
});

test("what the visitor raises counts, whatever the evidence; lowered, what was declared is pinned no more", () => {
  const once = fold(emptyProfile(), { kind: "view", topics: ["hiking"], at: now, page: "/a" }, now);
  expect(interestIn(once)).toBeUndefined();
  expect(interestIn(adjust(once, "hiking", "raise", { now }))).toBeGreaterThan(0.5);
  const told = fold(hiker, { kind: "declare", topics: ["hiking"], at: now }, now);
  expect(interestIn(told)).toBe(1);
  expect(interestIn(adjust(told, "hiking", "lower", { now }))).toBeCloseTo(0.5);
});

test("raised again and again it never becomes more than full", () => {
  let profile = hiker;
  for (let i = 0; i < 100; i++) profile = adjust(profile, "hiking", "raise", { now });
  expect(interestIn(profile)).toBeLessThanOrEqual(1);
});

test("muted it is not used, and no longer muted it is as before", () => {
  const quiet = adjust(hiker, "hiking", "mute", { now });
  expect(muted(quiet)).toEqual(["hiking"]);
  expect(interestIn(quiet)).toBeUndefined();
  const later = { now: now + 30 * 86_400_000 };
  const back = adjust(adjust(hiker, "hiking", "mute", later), "hiking", "unmute", later);
  expect(back.topics["hiking"]).toEqual({ ...hiker.topics["hiking"], muted: 0, declared: 0 });
});

test("a topic that was never met can be muted, and is forgotten without a trace", () => {
  const quiet = adjust(emptyProfile(), "golf", "mute", { now });
  expect(muted(quiet)).toEqual(["golf"]);
  expect(JSON.stringify(quiet)).not.toContain("null");
  expect(adjust(quiet, "golf", "forget", { now })).toEqual(emptyProfile());
  expect(adjust(emptyProfile(), "golf", "lower", { now })).toEqual(emptyProfile());
});
