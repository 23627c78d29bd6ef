import { expect, test } from "vitest";
import { emptyProfile, fold, type Profile, type Signal } from "../interests/index.js";
import { createTrail } from "./take-back.js";

const at = 1_700_000_000_000;
const take = (profile: Profile, signal: Partial<Signal>): Profile =>
  fold(profile, { kind: "view", topics: [], at, page: "/p", ...signal }, at);

const begun = take(take(emptyProfile(), { topics: ["golf", "boots"] }), {
  kind: "declare",
  name: "sport",
  value: "golf",
});
const signals: Partial<Signal>[] = [
  { topics: ["golf", "constructor"], facets: { brand: "acme" } },
  { kind: "purchase", topics: ["tents"], order: "17" },
  { kind: "declare", name: "sport", value: "ski" },
];

function visited(trail: ReturnType<typeof createTrail>): Profile {
  return signals.reduce((before: Profile, signal) => {
    const after = take(before, signal);
    trail.follow(before, after);
    return after;
  }, begun);
}

test("all that a page has changed is as it was when the page began", () => {
  const trail = createTrail(begun);
  const profile = visited(trail);
  expect(Object.keys(profile.topics)).toContain("tents");
  expect(trail.takeBack(profile)).toEqual(begun);
});

test("the cart of the page is taken back, an earlier one comes back", () => {
  for (const visit of [begun.visit, { ...begun.visit, cart: { items: 1 } }]) {
    const before = { ...begun, visit };
    const trail = createTrail(before);
    const after = { ...before, visit: { ...visit, cart: { items: 2 } } };
    trail.follow(before, after);
    expect(trail.takeBack(after)).toEqual(before);
  }
});

test("what another tab has learned beside it stays", () => {
  const trail = createTrail(begun);
  const theirs = take(visited(trail), { topics: ["socks"] });
  expect(trail.takeBack(theirs).topics["socks"]).toEqual(theirs.topics["socks"]);
  expect(Object.keys(trail.takeBack(theirs).topics).sort()).toEqual(["boots", "golf", "socks"]);
});

test("what is not there any more does not come back", () => {
  const trail = createTrail(begun);
  const profile = visited(trail);
  expect(trail.takeBack({ ...profile, declared: {} }).declared).toEqual({});
});
