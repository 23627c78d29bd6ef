import { expect, test } from "vitest";
import type { Catalogue } from "./catalogue.js";
import { describe, emptyProfile, explain, fold, type Profile, type Signal, type UsedFact } from "./index.js";

const day = 86_400_000;
const tuesday = Date.UTC(2026, 4, 19, 12);
const friday = tuesday + 3 * day;
const timeZone = "Europe/Berlin";
const labels = { hiking: "Wandern", boots: "Wanderschuhe", socks: "Socken" };

const foldAll = (signals: readonly Partial<Signal>[]): Profile =>
  signals.reduce<Profile>(
    (p, s) => fold(p, { kind: "view", topics: ["hiking"], at: tuesday, ...s }, friday),
    emptyProfile(),
  );
const hiker = foldAll([{ page: "/1" }, { page: "/2" }, { page: "/2", kind: "dwell" }, { page: "/3" }]);
const buyer = fold(hiker, { kind: "purchase", topics: ["hiking-boots"], at: tuesday }, friday);

const use = (...paths: string[]): { used: UsedFact[] } => ({
  used: paths.map((path) => ({ path, value: 1 })),
});
const english = (used: { used: UsedFact[] }, profile = hiker, now = friday): string =>
  explain(used, profile, { now, language: "en", timeZone }).text;
const german = (used: { used: UsedFact[] }, profile = hiker, now = friday): string =>
  explain(used, profile, { now, language: "de", labels, timeZone }).text;

test("the pages of a topic, and the weekday of the last", () => {
  expect(english(use("interest.hiking"))).toBe(
    "Shown because you looked at 3 pages about hiking, last on Tuesday.",
  );
  expect(german(use("interest.hiking"))).toBe(
    "Weil Sie sich 3 Seiten über Wandern angesehen haben, zuletzt am Dienstag.",
  );
});

test("today, a month, a year", () => {
  expect(german(use("interest.hiking"), hiker, tuesday)).toContain("zuletzt heute");
  expect(english(use("interest.hiking"), hiker, tuesday)).toContain("hiking, the last time today.");
  expect(english(use("interest.hiking"), hiker, tuesday + 7 * day)).toContain("last in May.");
  expect(german(use("interest.hiking"), hiker, tuesday + 320 * day)).toContain("zuletzt im Mai 2026.");
});

test("the day is the visitor's day", () => {
  const late = foldAll([{ page: "/1", at: Date.UTC(2026, 4, 19, 23) }]);
  expect(english(use("interest.hiking"), late)).toContain("1 page about hiking, last on Wednesday");
});

test("the last page is the last that was looked at, whatever came after", () => {
  const later = fold(hiker, { kind: "cart", topics: ["hiking"], at: friday }, friday);
  expect(english(use("interest.hiking"), later)).toContain("last on Tuesday.");
  expect(describe(later, { now: friday, language: "en" })[0]?.evidence).toBe(
    "looked at 3 pages, last on Tuesday",
  );
});

test("a purchase beside it", () => {
  const used = use("interest.hiking", "bought.hiking-boots");
  expect(english(used, buyer, friday + 30 * day)).toBe(
    "Shown because you looked at 3 pages about hiking, last in May, and bought hiking boots in May.",
  );
  expect(german(used, buyer)).toBe(
    "Weil Sie sich 3 Seiten über Wandern angesehen haben, zuletzt am Dienstag, und hiking boots am Dienstag gekauft haben.",
  );
});

test("facts that were not used never appear", () => {
  expect(english(use("interest.hiking"), buyer)).not.toContain("boots");
  expect(english({ used: [] }, buyer)).toBe("Shown to everyone: nothing about you was used.");
  expect(english(use("something.unknown"), buyer)).toBe("Shown to everyone: nothing about you was used.");
  expect(explain(use("bought.hiking-boots"), buyer, { now: friday, language: "en" }).evidence).toEqual([
    {
      path: "bought.hiking-boots",
      kind: "bought",
      topic: "hiking-boots",
      at: tuesday,
      text: "bought hiking boots on Tuesday",
    },
  ]);
});

test("top says the same as interest, once", () => {
  const used = [...use("interest.hiking").used, { path: "top", value: "hiking" }];
  expect(explain({ used }, hiker, { now: friday, language: "en" }).evidence).toHaveLength(1);
});

test("a need names the purchase behind it when the policy tells", () => {
  const policy = { complements: { "hiking-boots": { socks: 0.6 } } };
  const options = {
    now: friday,
    language: "de",
    labels: { ...labels, "hiking-boots": "Wanderschuhe" },
  } as const;
  expect(explain(use("need.socks"), buyer, { ...options, policy }).text).toBe(
    "Weil Sie Wanderschuhe am Dienstag gekauft haben (passt dazu: Socken).",
  );
  expect(explain(use("need.socks"), buyer, options).text).toBe(
    "Weil Sie etwas gekauft haben, zu dem Socken passt.",
  );
});

test("what the visitor said, and what lists showed", () => {
  const told = foldAll([{ kind: "declare" }, { kind: "declare", topics: [], name: "size", value: 42 }]);
  expect(english(use("interest.hiking", "declared.size"), told)).toBe(
    "Shown because you told us that you are interested in hiking and told us size: 42.",
  );
  expect(english(use("interest.hiking"), foldAll([{ kind: "list" }]))).toBe(
    "Shown because you showed interest in hiking, last on Tuesday.",
  );
  expect(english(use("interest.hiking"), emptyProfile())).toBe(
    "Shown because you showed interest in hiking.",
  );
});

test.each(["en", "de"] as const)("every kind of fact has a sentence in %s", (language) => {
  const paths = ["facet.brand.lowa", "visit.count", "visit.pages", "visit.minutes", "visit.days-since"];
  paths.push("campaign", "channel", "persona", "cart.items", "page.type", "device.mobile", "time.hour");
  const texts = paths.map((path) => explain(use(path), hiker, { now: friday, language }).text);
  expect(new Set(texts).size).toBe(paths.length);
  expect(texts.filter((text) => /undefined|NaN|\s\s/.test(text))).toEqual([]);
});

test("hostile paths are only words", () => {
  for (const path of [
    "interest.constructor",
    "bought.__proto__",
    "need.toString",
    "declared.constructor",
    "facet.x",
    "",
  ]) {
    expect(english({ used: [{ path, value: { toString: 1 } }] })).toMatch(/^Shown .*\.$/);
  }
});

test("a catalogue without one of its texts does not compile", () => {
  // @ts-expect-error all other texts are missing
  const row: Catalogue["row"] = { looked: () => "", interested: () => "" };
  expect(Object.keys(row)).toHaveLength(2);
});

test("describe lists every topic, the strongest first", () => {
  const profile = fold(
    buyer,
    { kind: "dismiss", topics: [{ id: "golf", label: "Golf Clubs" }], at: tuesday },
    friday,
  );
  const rows = describe(profile, { now: friday, language: "de", labels, timeZone });
  expect(
    rows.map(({ topic, label, resting, muted, evident, evidence }) => ({
      topic,
      label,
      resting,
      muted,
      evident,
      evidence,
    })),
  ).toEqual([
    {
      topic: "hiking-boots",
      label: "hiking boots",
      resting: true,
      muted: false,
      evident: true,
      evidence: "am Dienstag gekauft",
    },
    {
      topic: "hiking",
      label: "Wandern",
      resting: false,
      muted: false,
      evident: true,
      evidence: "3 Seiten angesehen, zuletzt am Dienstag",
    },
    {
      topic: "golf",
      label: "Golf Clubs",
      resting: false,
      muted: true,
      evident: false,
      evidence: "noch nichts",
    },
  ]);
  expect(describe(profile, { now: friday, language: "en" })[1]?.evidence).toBe(
    "looked at 3 pages, last on Tuesday",
  );
});
