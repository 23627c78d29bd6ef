import { expect, test } from "vitest";
import {
  emptyProfile,
  facts,
  fold,
  muted,
  type Policy,
  resting,
  type Profile,
  type Signal,
  turnPage,
} from "./index.js";

const day = 86_400_000;
const now = Date.UTC(2026, 4, 20, 12);

const foldAll = (
  signals: readonly Partial<Signal>[],
  policy?: Partial<Policy>,
  from = emptyProfile(),
): Profile =>
  signals.reduce<Profile>(
    (profile, signal) => fold(profile, { kind: "view", topics: ["hiking"], at: now, ...signal }, now, policy),
    from,
  );

const pages = (count: number, more: Partial<Signal> = {}): Partial<Signal>[] =>
  Array.from({ length: count }, (_, i) => ({ page: `/p${i}`, ...more }));

const boots = { id: "boots", parents: ["hiking", "outdoor"], label: "Boots" };

test("three views on different pages are interest, two are not", () => {
  expect(facts(foldAll(pages(2)), now).interest).toEqual({});
  expect(facts(foldAll(pages(3)), now).interest.hiking).toBeCloseTo(1 - Math.exp(-4.5 / 4));
});

test("three signals on one page are not evidence", () => {
  const page = "/p";
  const profile = foldAll([{ page }, { page, kind: "dwell" }, { page, kind: "scroll" }]);
  expect(facts(profile, now).interest).toEqual({});
  expect(facts(foldAll([{ page: "/q" }], {}, profile), now).interest.hiking).toBeGreaterThan(0.5);
});

test("without a page, the item or the view itself is the page", () => {
  const item = { id: "4711" };
  expect(facts(foldAll([{}, {}, {}]), now).top).toBe("hiking");
  expect(facts(foldAll([{ item }, { item }, { item }]), now).top).toBeUndefined();
});

test("a long score halves in 14 days, or in the topic's own time", () => {
  const profile = foldAll(pages(4));
  const later = now + 14 * day;
  expect(facts(profile, later).interest.hiking).toBeCloseTo(1 - Math.exp(-2 / 4), 5);
  const policy = { topics: { hiking: { halfLife: 7 } } };
  expect(facts(profile, later, policy).interest.hiking).toBeCloseTo(1 - Math.exp(-1 / 4), 5);
});

test("a late signal counts as if it had come in time", () => {
  const early = { at: now - 5 * day, page: "/early" };
  const inTime = foldAll([early, ...pages(3)]);
  const late = foldAll([...pages(3), early]);
  expect(late.topics.hiking?.score).toBeCloseTo(inTime.topics.hiking?.score ?? 0, 10);
  expect(late.topics.hiking).toMatchObject({ at: now, first: Math.floor((now - 5 * day) / day) });
});

test("ancestors get half the weight per level, from the signal or the manifest", () => {
  const profile = foldAll([{ topics: [boots] }]);
  expect(profile.topics).toMatchObject({
    boots: { score: 1 },
    hiking: { score: 0.5 },
    outdoor: { score: 0.25 },
  });
  const policy = { topics: { boots: { parents: ["hiking"] }, hiking: { parents: ["outdoor", "boots"] } } };
  expect(foldAll([{ topics: ["boots"] }], policy).topics).toMatchObject({ outdoor: { score: 0.25 } });
});

test("a topic named twice counts once, by its heaviest way", () => {
  const { topics } = foldAll([
    { topics: [boots, "hiking", { id: "trail", weight: 2, parents: ["hiking"] }] },
  ]);
  expect(topics).toMatchObject({
    boots: { score: 1 },
    hiking: { score: 1, signals: 1 },
    trail: { score: 2 },
  });
});

test("top, second and rising", () => {
  const old = foldAll(pages(12, { at: now - 3 * day, topics: ["golf"] }));
  const profile = foldAll(pages(3), {}, old);
  expect(facts(profile, now)).toMatchObject({ top: "golf", top2: "hiking", rising: "hiking" });
  expect(facts(profile, now + day).rising).toBeUndefined();
});

const complements = { boots: { socks: 0.6, wax: 0.3 } };

test("a purchase silences its own topic, not the ancestors, and raises its complements", () => {
  const policy = { complements, topics: { boots: { repurchase: 400 } } };
  const profile = foldAll([{ kind: "purchase", topics: [boots] }]);
  expect(resting(profile, now + 59 * day)).toEqual(["boots"]);
  expect(resting(profile, now + 60 * day)).toEqual([]);
  expect(resting(foldAll([{ kind: "purchase", topics: [boots] }], policy), now + 399 * day)).toEqual([
    "boots",
  ]);
  const { interest, bought, need } = facts(profile, now + 14 * day, policy);
  expect(Object.keys(interest)).toEqual(["hiking", "outdoor"]);
  expect(bought).toEqual({ boots: 14, hiking: 14, outdoor: 14 });
  expect(need).toEqual({ socks: expect.closeTo(0.3), wax: expect.closeTo(0.15) });
});

test("a need that is met, rests or is muted is none", () => {
  const bought = foldAll([{ kind: "purchase", topics: [boots] }]);
  const socks = foldAll([{ kind: "purchase", topics: ["socks"] }], {}, bought);
  expect(facts(socks, now, { complements }).need).toEqual({ wax: 0.3 });
  const met = { complements, topics: { socks: { repurchase: 1 } } };
  const again = foldAll([{ kind: "purchase", topics: ["socks"] }], met, bought);
  expect(resting(again, now + 2 * day)).not.toContain("socks");
  expect(facts(again, now + 2 * day, met).need.socks).toBeUndefined();
  const wax = foldAll([{ kind: "dismiss", topics: ["wax"] }], {}, bought);
  expect(facts(wax, now, { complements }).need).toEqual({ socks: 0.6 });
});

test("an order reported twice counts once, its other items count", () => {
  const order = { kind: "purchase", order: "4711" } as const;
  const once = foldAll([
    { ...order, topics: ["boots"] },
    { ...order, topics: ["socks"] },
  ]);
  expect(Object.keys(once.topics)).toEqual(["boots", "socks"]);
  expect(foldAll([{ ...order, topics: ["boots"], at: now + 9 }], {}, once)).toBe(once);
  expect(
    foldAll([{ ...order, topics: ["boots"], order: "4712" }], {}, once).topics.boots?.counts.purchase,
  ).toBe(2);
});

test("an order's item is recognised whichever source reports it", () => {
  const order = { kind: "purchase", order: "4711", item: { id: "b1" } } as const;
  const once = foldAll([{ ...order, topics: ["boots"] }]);
  expect(foldAll([{ ...order, topics: [boots] }], {}, once)).toBe(once);
  expect(foldAll([{ ...order, item: { id: "b2" }, topics: ["boots"] }], {}, once)).not.toBe(once);
});

test("only hashes of pages and orders are kept", () => {
  const text = JSON.stringify(
    foldAll([{ kind: "purchase", order: "order-4711", page: "/secret", item: { name: "Lowa" } }]),
  );
  expect(text).not.toMatch(/4711|secret|Lowa/);
});

test("16 pages are remembered, further ones do not count twice", () => {
  const { pages: seen } = foldAll([...pages(40), ...pages(40)]).topics.hiking!;
  expect(Object.keys(seen)).toHaveLength(16);
  expect(Math.max(...Object.keys(seen).map((key) => Number(key)))).toBeLessThan(2 ** 16);
});

test("times from the future or broken ones count as now", () => {
  for (const at of [now + day, NaN, Infinity, -Infinity])
    expect(foldAll([{ at }]).topics.hiking?.at).toBe(now);
  expect(foldAll([{ kind: "dismiss", at: 0 }]).topics.hiking?.muted).toBe(now);
});

test("topics that are no list and half-lives that are not positive are ignored", () => {
  expect(foldAll([{ topics: "hiking" as never }]).topics).toEqual({});
  const usual = facts(foldAll(pages(3)), now + day).interest.hiking;
  for (const halfLife of [0, -3, NaN]) {
    const policy = { topics: { hiking: { halfLife } } };
    expect(facts(foldAll(pages(3), policy), now + day, policy).interest.hiking).toBe(usual);
  }
});

test("an unknown kind changes nothing", () => {
  const empty = emptyProfile();
  for (const kind of ["wave", "toString", "__proto__"])
    expect(foldAll([{ kind: kind as "view" }], {}, empty)).toBe(empty);
});

test("weights are those of the signal, times the topic's", () => {
  const score = (kind: Signal["kind"], weight = 1): number | undefined =>
    foldAll([{ kind, topics: [{ id: "a", weight }] }]).topics.a?.score;
  expect([
    score("view"),
    score("scroll"),
    score("list"),
    score("like"),
    score("cart"),
    score("purchase"),
  ]).toEqual([1, 0.5, 0.3, 3, 5, 8]);
  expect([score("view", 2), score("view", 1e9), score("view", -1), score("view", NaN)]).toEqual([
    2, 10, 1, 1,
  ]);
});

test("complements of several purchases add up to at most 1, hostile names included", () => {
  const policy = { complements: { a: { constructor: 0.7, c: 0.4 }, b: { constructor: 0.7, c: 0.4 } } };
  const profile = foldAll(["a", "b"].map((topic) => ({ kind: "purchase", topics: [topic] })));
  expect(Object.entries(facts(profile, now, policy).need)).toEqual([
    ["constructor", 1],
    ["c", expect.closeTo(0.8)],
  ]);
});

test("nobody has visited an empty profile", () => {
  const nothing = { interest: {}, bought: {}, need: {}, declared: {}, facet: {} };
  expect(facts(emptyProfile(), now)).toEqual({ ...nothing, visit: { count: 0, pages: 0, minutes: 0 } });
});

test("what was taken out of the cart is no interest", () => {
  const profile = foldAll([{ kind: "cart" }, { kind: "uncart" }, { kind: "uncart" }]);
  expect(profile.topics.hiking).toMatchObject({ score: 0, signals: 1, counts: { cart: 1, uncart: 2 } });
  expect(foldAll([{ kind: "uncart" }]).topics).toEqual({});
});

test("not interested mutes at once and stays, until the visitor says otherwise", () => {
  const profile = foldAll([...pages(5), { kind: "dismiss" }, ...pages(5)]);
  expect(muted(profile)).toEqual(["hiking"]);
  expect(facts(profile, now)).toMatchObject({ interest: {} });
  const back = foldAll([{ kind: "declare" }], {}, profile);
  expect(muted(back)).toEqual([]);
  expect(facts(back, now + 80 * day).interest.hiking).toBe(1);
  expect(foldAll([{ kind: "dismiss" }], {}, back).topics.hiking?.declared).toBeFalsy();
});

test("declared facts and facets", () => {
  const facets = { brand: "meindl", size: "42" };
  const declare = { kind: "declare", topics: [], name: "first-name", value: "Christian" } as const;
  const profile = foldAll([...pages(3, { facets }), { facets: { brand: "lowa" } }, declare]);
  const { declared, facet } = facts(profile, now);
  expect(declared).toEqual({ "first-name": "Christian" });
  expect(facet).toEqual({
    brand: { meindl: expect.closeTo(0.68, 2) },
    size: { "42": expect.closeTo(0.68, 2) },
  });
});

test("a visit ends after 30 minutes of silence", () => {
  const first = turnPage(turnPage(emptyProfile(), now), now + 60_000);
  expect(facts(first, now + 5 * 60_000).visit).toEqual({ count: 1, pages: 2, minutes: 5 });
  const active = foldAll([{ at: now + 20 * 60_000 }], {}, first);
  expect(fold(first, { kind: "dwell", topics: [], at: now + 20 * 60_000 }, now + day).visit.last).toBe(
    now + 20 * 60_000,
  );
  expect(turnPage(active, now + 31 * 60_000).visit.count).toBe(1 + Number(active.visit.last === now));
  const second = turnPage(first, now + 3 * day);
  expect(facts(second, now + 3 * day).visit).toEqual({ count: 2, pages: 1, minutes: 0, "days-since": 2 });
});
