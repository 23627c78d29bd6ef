import fc from "fast-check";
import { expect, test } from "vitest";
import {
  arrive,
  emptyProfile,
  expire,
  facts,
  fold,
  muted,
  openProfile,
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

const good = arrive(
  fold(
    fold(turnPage(emptyProfile(), now), { ...signal("purchase", "boots"), order: "1" }, now),
    { kind: "declare", topics: [], name: "size", value: 42, facets: { brand: "lowa" }, at: now },
    now,
  ),
  "spring",
  now + day,
  "email",
);

test("a stored profile is read as it was", () => {
  expect(openProfile(JSON.parse(JSON.stringify(good)))).toEqual({ profile: good, whole: true });
  expect(openProfile(undefined)).toEqual({ profile: emptyProfile(), whole: true });
});

test.each([null, "", 7, [], {}, { v: "1" }, { v: -1 }, { ...good, v: 0 }])(
  "what is no profile is set aside: %j",
  (value) => {
    expect(openProfile(value)).toEqual({ profile: emptyProfile(), whole: false });
    expect(readProfile(value)).toEqual(emptyProfile());
  },
);

test("a newer profile is set aside", () => {
  expect(openProfile({ ...good, v: 2 })).toEqual({ profile: emptyProfile(), whole: false });
});

test("an older profile goes through every step, and what comes out is looked at as any other", () => {
  const migrations = {
    "-1": (old: object) => ({ ...old, v: 0, orders: {} }),
    0: (old: object) => ({ ...old, v: 1, declared: { size: { value: 42, at: now } }, facets: 7 }),
  };
  const { orders: _, ...old } = good;
  expect(openProfile({ ...old, v: -1 }, migrations)).toEqual({
    profile: { ...good, facets: {}, orders: {} },
    whole: false,
  });
});

const boots = good.topics.boots;
const broken: Record<string, object> = {
  "no topics": { topics: undefined },
  "a topic without fields": { topics: { boots: null } },
  "a score that is text": { topics: { boots: { ...boots, score: "1" } } },
  "a score below nothing": { topics: { boots: { ...boots, score: -1 } } },
  "a score that is no number": { topics: { boots: { ...boots, visit: NaN } } },
  "a time after all times": { topics: { boots: { ...boots, at: 1e17 } } },
  "a label that is none": { topics: { boots: { ...boots, label: {} } } },
  "a mark that is none": { topics: { boots: { ...boots, muted: "yes" } } },
  "no counts": { topics: { boots: { ...boots, counts: null } } },
  "counts that are text": { topics: { boots: { ...boots, counts: { view: "1" } } } },
  "pages that are none": { topics: { boots: { ...boots, pages: 3 } } },
  "a name that is too long": { topics: { ["x".repeat(65)]: boots } },
  "a name that is dangerous": { topics: JSON.parse('{"__proto__":{}}') },
  "facets that are none": { facets: { "brand\nmeindl": 1 } },
  "a declaration that is none": { declared: { a: 1 } },
  "a declaration of a list": { declared: { a: { value: [], at: now } } },
  "orders in a list": { orders: [1] },
  "an order without a time": { orders: { "1": "x" } },
  "half a visit": { visit: { count: 1 } },
  "a cart without a number": { visit: { ...good.visit, cart: { value: 5 } } },
  "a cart that is none": { visit: { ...good.visit, cart: 3 } },
  "a channel that is none": { visit: { ...good.visit, channel: {} } },
  "a campaign without an end": { campaign: { id: "spring" } },
};

test.each(Object.entries(broken))("of a profile with %s the rest is kept", (_, part) => {
  const { campaign: _campaign, ...empty } = { campaign: undefined, ...emptyProfile() };
  const [name] = Object.keys(part) as [keyof typeof empty];
  const { profile, whole } = openProfile({ ...good, ...part });
  const { [name]: lost, ...rest } = profile;
  const { [name]: _lost, ...expected } = good;
  expect(whole).toBe(false);
  expect(lost).toEqual(empty[name]);
  expect(rest).toEqual(expected);
});

test("one broken topic takes no other with it", () => {
  const { profile } = openProfile({ ...good, topics: { ...good.topics, golf: { score: 1 } } });
  expect(profile).toEqual(good);
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

test("channel and cart are read as they were, and end with the visit", () => {
  const { visit } = good;
  const profile = { ...good, visit: { ...visit, channel: "search", cart: { items: 2, value: 9.5 } } };
  expect(openProfile(JSON.parse(JSON.stringify(profile)))).toEqual({ profile, whole: true });
  const { campaign: _, ...plain } = profile;
  const minute = 60_000;
  expect(facts(turnPage(plain, now), now)).toMatchObject({
    channel: "search",
    cart: { items: 2, value: 9.5 },
  });
  expect(facts(plain, now + 31 * minute)).toMatchObject({ channel: undefined, cart: undefined });
  const later = turnPage(plain, now + 31 * minute);
  expect(later.visit).not.toHaveProperty("cart");
  expect(later.visit).not.toHaveProperty("channel");
});

test("while a campaign runs its channel is the one that counts, on later visits too", () => {
  const profile = { ...good, visit: { ...good.visit, channel: "search" } };
  expect(facts(profile, now).channel).toBe("email");
  expect(facts(profile, now + day / 2).channel).toBe("email");
  expect(facts(profile, now + 2 * day).channel).toBeUndefined();
});

test("a campaign stands until it expires", () => {
  const profile = arrive(emptyProfile(), "spring", now + day);
  expect(facts(profile, now).campaign).toBe("spring");
  expect(facts(profile, now + day).campaign).toBeUndefined();
  expect(expire(profile, now + day)).toEqual(emptyProfile());
  expect(arrive(profile, "x".repeat(65), now)).toBe(profile);
});
