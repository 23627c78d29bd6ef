// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { language } from "../audiences/index.js";
import type { Json } from "../audiences/index.js";
import type { Core } from "./core.js";
import { visitorOf } from "./inspect-persona.js";
import { factsOf } from "./inspect-simulation.js";
import { settingsOf } from "./settings.js";

/** A page of a shop with these personas. */
const shopWith = (personas: Record<string, Json>): Core =>
  ({
    settings: settingsOf({ personas }, language, () => undefined),
    ...{ language, page: {}, clock: () => 1_700_000_000_000, window },
  }) as unknown as Core;

test.each<[Json]>([
  ["interest.hiking >= 0.5"],
  ["interest.hiking > 0.5 and interest.hiking <= 0.6"],
  ["interest.a >= 0.3 or need.b >= 0.2"],
  ["bought.hiking-boots and not bought.tents and visit.count > 3"],
  ["bought.hiking-boots < 10"],
  ["top = hiking and declared.newsletter"],
  ["page.topics in (hiking, camping)"],
  ["campaign = peru and device.mobile = true"],
  [{ $and: [{ "facet.brand.Alm": { $gte: 0.4 } }, { $not: { "cart.items": { $gt: 0 } } }] }],
  ["interest.hiking > 1"],
])("%j: whoever is found is of this persona and no earlier one", (condition) => {
  const core = shopWith({ early: "interest.hiking = 0.5", sought: condition });
  const visitor = visitorOf(core, "sought");
  const isPossible = condition !== "interest.hiking > 1";
  expect(visitor !== undefined).toBe(isPossible);
  if (visitor) expect(factsOf(core, visitor)["persona"]).toBe("sought");
});

test("as few facts as possible tell them", () => {
  expect(visitorOf(shopWith({ a: "interest.a >= 0.3 or need.b >= 0.2" }), "a")).toEqual({ need: { b: 0.2 } });
  expect(visitorOf(shopWith({ everyone: "visit.count >= 1" }), "everyone")).toEqual({});
});

test("the strongest interests of a simulated visitor are also the top ones", () => {
  const facts = factsOf(shopWith({}), { interest: { a: 0.2, b: 0.7, c: 0.5 }, visit: { pages: 4 } });
  expect(facts).toMatchObject({ top: "b", top2: "c", visit: { count: 1, pages: 4 } });
});

test("a condition with very many facts is given up in good time", () => {
  const many = Array.from({ length: 40 }, (_, at) => `interest.t${at} > 0.5`).join(" and ");
  expect(visitorOf(shopWith({ many }), "many")).toBeUndefined();
});
