import { expect, test } from "vitest";
import { emptyProfile, facts, fold, openProfile, type Profile, type Signal } from "./index.js";

const now = Date.UTC(2026, 4, 20);
const boots = { id: "boots", parents: ["shoes"] };
const view = (price: number, page: string, more: Partial<Signal> = {}): Signal => ({
  ...{ kind: "view", topics: [boots], item: { price }, page, at: now },
  ...more,
});
const foldAll = (signals: readonly Signal[], from: Profile = emptyProfile()): Profile =>
  signals.reduce((profile, signal) => fold(profile, signal, signal.at), from);
/** Four products of which the geometric mean of the prices is 100. */
const four = [50, 200, 80, 125].map((price, i) => view(price, `/p/${i}`));
const bandsOf = ({ facets }: Profile): string[] => Object.keys(facets);

test.each([
  [74, "low"],
  [76, "mid"],
  [100, "mid"],
  [132, "mid"],
  [134, "high"],
])("after four products of 100 in the middle, %d is %s", (price, band) => {
  const profile = foldAll(four);
  expect(profile.topics.boots?.price).toBeCloseTo(100);
  expect(bandsOf(fold(profile, view(price, "/p/9"), now))).toEqual([`price\n${band}`]);
});

test("fewer than four prices say nothing, nor do those of another topic or of the topic above", () => {
  expect(bandsOf(foldAll(four))).toEqual([]);
  const known = foldAll(four);
  expect(bandsOf(fold(known, view(10, "/t", { topics: ["tents"] }), now))).toEqual([]);
  expect(bandsOf(fold(known, view(10, "/s", { topics: ["shoes"] }), now))).toEqual([]);
  expect(known.topics.shoes).not.toHaveProperty("price");
});

test("the same product looked at again and again is one price", () => {
  const profile = foldAll([50, 50, 50, 50, 50, 50].map((price) => view(price, "/p/1")));
  expect(profile.topics.boots?.prices).toBe(1);
  expect(bandsOf(profile)).toEqual([]);
});

test("what the page itself says of the price counts, and its price is remembered all the same", () => {
  const profile = fold(foldAll(four), view(10, "/p/9", { facets: { price: "high" } }), now);
  expect(bandsOf(profile)).toEqual(["price\nhigh"]);
  expect(profile.topics.boots?.prices).toBe(5);
});

test("a product put into the cart is judged, but is no new price", () => {
  const profile = fold(foldAll(four), view(500, "/p/9", { kind: "cart" }), now);
  expect(bandsOf(profile)).toEqual(["price\nhigh"]);
  expect(profile.topics.boots?.prices).toBe(4);
});

test("enough views of dear products make a fact", () => {
  const dear = [300, 400, 500].map((price, i) => view(price, `/d/${i}`));
  expect(facts(foldAll([...four, ...dear]), now).facet["price"]).toMatchObject({ high: expect.any(Number) });
});

test("old prices fade: the middle follows what is looked at now", () => {
  const later = Array.from({ length: 60 }, (_, i) => view(1000, `/l/${i}`));
  const profile = foldAll([...four, ...later]);
  expect(profile.topics.boots?.prices).toBe(20);
  expect(profile.topics.boots?.price).toBeGreaterThan(800);
});

test("a topic unused for 90 days begins anew, its prices too", () => {
  const at = now + 91 * 86_400_000;
  const profile = fold(foldAll(four), view(10, "/p/9", { at }), at);
  expect(bandsOf(profile)).toEqual([]);
  expect(profile.topics.boots?.prices).toBe(1);
});

test.each([0, -5, NaN, Infinity, 1e300, "dear"])("a price that cannot be one (%s) is none", (price) => {
  const profile = fold(foldAll(four), view(price as number, "/p/9"), now);
  expect(profile.topics.boots?.prices).toBe(4);
  expect(bandsOf(profile)).toEqual([]);
  expect(openProfile(JSON.parse(JSON.stringify(profile)))).toEqual({ profile, whole: true });
});
