import fc from "fast-check";
import { expect, test } from "vitest";
import {
  arrive,
  emptyProfile,
  expire,
  facts,
  fold,
  muted,
  readProfile,
  resting,
  type Signal,
  turnPage,
} from "./index.js";

const day = 86_400_000;
const now = Date.UTC(2026, 4, 20);
const signal = (kind: Signal["kind"], topic: string): Signal => ({
  kind,
  topics: [topic],
  at: now,
  page: "/p",
});

test("what cannot be read is an empty profile", () => {
  const good = fold(turnPage(emptyProfile(), now), { ...signal("purchase", "boots"), order: "1" }, now);
  expect(readProfile(good)).toBe(good);
  const broken: unknown[] = [
    ...[undefined, null, "", 7, [], {}, { v: 2 }, { v: 1 }],
    { ...good, v: 2 },
    { ...good, topics: { boots: null } },
    { ...good, topics: { boots: { ...good.topics.boots, score: "1" } } },
    { ...good, topics: { boots: { ...good.topics.boots, visit: NaN } } },
    { ...good, topics: { boots: { ...good.topics.boots, counts: null } } },
    { ...good, topics: { boots: { ...good.topics.boots, pages: 3 } } },
    { ...good, facets: { "brand\nmeindl": 1 } },
    { ...good, declared: { a: 1 } },
    { ...good, orders: [1] },
    { ...good, orders: { "1": "x" } },
    { ...good, visit: { count: 1 } },
  ];
  for (const value of broken) expect(readProfile(value)).toEqual(emptyProfile());
});

test("whatever was stored, reading and using it does not throw", () => {
  fc.assert(
    fc.property(
      fc.anything(),
      fc.constantFrom("topics", "facets", "declared", "orders", "visit", "campaign"),
      (value, key) => {
        const profile = readProfile({ ...emptyProfile(), [key]: value });
        facts(fold(profile, signal("view", "hiking"), now), now);
        expire(profile, now);
      },
    ),
    { numRuns: 200 },
  );
});

test("an unused topic is deleted after 90 days", () => {
  const profile = fold(emptyProfile(), { ...signal("view", "hiking"), facets: { brand: "lowa" } }, now);
  expect(expire(profile, now + 89 * day)).toEqual(profile);
  expect(expire(profile, now + 90 * day)).toEqual(emptyProfile());
});

test("a rest, a mute and a declaration outlive the 90 days, not the 13 months", () => {
  let profile = turnPage(emptyProfile(), now);
  const policy = { topics: { boots: { repurchase: 700 } } };
  profile = fold(profile, { ...signal("purchase", "boots"), order: "1" }, now, policy);
  profile = fold(profile, signal("dismiss", "golf"), now);
  profile = fold(profile, { ...signal("declare", "peru"), name: "size", value: 42 }, now);
  const old = expire(profile, now + 390 * day, policy);
  expect(resting(old, now + 390 * day)).toEqual(["boots"]);
  expect(muted(old)).toEqual(["golf"]);
  expect(facts(old, now + 390 * day)).toMatchObject({ interest: { peru: 1 }, declared: { size: 42 } });
  expect(expire(profile, now + 400 * day, policy)).toEqual(emptyProfile());
});

test("what was not renewed in 13 months leaves a topic that goes on", () => {
  const declared = fold(emptyProfile(), signal("declare", "peru"), now);
  const later = now + 380 * day;
  const seen = fold(declared, { ...signal("view", "peru"), at: later }, later);
  expect(expire(seen, later).topics.peru?.declared).toBe(now);
  expect(expire(seen, later + 30 * day).topics.peru?.declared).toBe(0);
});

test("a campaign stands until it expires", () => {
  const profile = arrive(emptyProfile(), "spring", now + day);
  expect(facts(profile, now).campaign).toBe("spring");
  expect(facts(profile, now + day).campaign).toBeUndefined();
  expect(expire(profile, now + day)).toEqual(emptyProfile());
  expect(arrive(profile, "x".repeat(65), now)).toBe(profile);
});
