import { expect, test } from "vitest";
import type { InterestFacts } from "../interests/facts.js";
import { factNames, factOf } from "./fact.js";

/** What a condition may begin with, type-checked to be all that is known of a profile. */
const beginnings = {
  ...({
    ...{ interest: "interest.a", need: "need.a", bought: "bought.a", facet: "facet.a.b" },
    ...{ top: "top", top2: "top2", rising: "rising", campaign: "campaign" },
    ...{ declared: "declared.a", visit: "visit.count" },
    ...{ channel: "channel", cart: "cart.items" },
  } satisfies Record<keyof InterestFacts | "channel" | "cart", string>),
  visits: {
    ...{
      count: "visit.count",
      pages: "visit.pages",
      minutes: "visit.minutes",
      "days-since": "visit.days-since",
    },
  } satisfies Record<keyof InterestFacts["visit"], string>,
};

test("every fact that is gathered is known", () => {
  const { visits, ...others } = beginnings;
  for (const path of [...Object.values(others), ...Object.values(visits)])
    expect(factOf(path), path).toBeDefined();
});

test.each([
  "interest",
  "interest.a.b",
  "facet.a",
  "facet.a.b.c",
  "declared.a.b",
  "constructor",
  "interest.*.x",
  "bought.",
])("%s is no fact", (path) => {
  expect(factOf(path)).toBeUndefined();
});

test("facts have distinct families", () => {
  expect(new Set(factNames).size).toBe(factNames.length);
});
