// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { language } from "../audiences/index.js";
import { decide, emptyMemory, type Situation } from "../decisions/index.js";
import { readSlot } from "../slots/index.js";
import { build } from "../slots/build.test-helper.js";
import type { Core } from "./core.js";
import { viewOf } from "./inspect-view.js";
import type { Run } from "./personalizer.js";
import { settingsOf } from "./settings.js";
import { specOf } from "./slot-spec.js";

const now = 1_700_000_000_000;
const calm: Situation = {
  facts: { interest: { a: 0.61234 } },
  memory: emptyMemory("seed"),
  ...{ resting: [], muted: [], now, visitStart: now, page: { slots: 9, personalized: 0 } },
};

/** The view of a page with this slot, decided in this situation; without one there is no consent. */
function viewWith(attributes: string, situation: Situation | undefined, core: object = {}) {
  const element = build(`<section data-heim-slot="hero" ${attributes}><p>Default</p>
    <template data-heim-variant="one" data-heim-when="interest.b > 0.5"></template>
    <template data-heim-variant="two" data-heim-when="interest.a > 0.5"></template>
    <template data-heim-variant="three"></template></section>`);
  const ports = { fault: () => undefined, language };
  const markup = readSlot(element, ports.fault);
  const spec = markup && specOf(markup, ports);
  const run = { markup, spec, decision: situation && spec && decide(spec, situation), seen: false } as Run;
  return viewOf(
    {
      ...{ language, window, options: { site: "shop", collector: "/heim" } },
      settings: settingsOf({}, language, () => undefined),
      personalizer: { runs: new Map([[element, run]]) },
      situation: () => situation,
      consent: { gate: { grant: () => true } },
      ...core,
    } as unknown as Core,
    undefined,
  );
}

const whys = (attributes: string, situation?: Situation): string[] =>
  viewWith(attributes, situation).slots[0]?.variants.map(({ why }) => why) ?? [];

test("each variant has its reason", () => {
  expect(whys("", calm)).toEqual(["condition", "shown", "later"]);
  expect(whys("")).toEqual(["no-consent", "no-consent", "no-consent"]);
  expect(whys("", { ...calm, muted: ["a"] })).toEqual(["condition", "muted", "shown"]);
  expect(whys("", { ...calm, resting: ["a"] })).toEqual(["condition", "resting", "shown"]);
  expect(whys('data-heim-holdout="100"', calm)).toEqual(["condition", "holdout", "holdout"]);
  expect(whys("", { ...calm, page: { slots: 9, personalized: 3 } })).toEqual(["condition", "dose", "dose"]);
});

test("in a test one is drawn, whatever else would fit", () => {
  const reasons = whys('data-heim-choose="test"', calm);
  expect(reasons[0]).toBe("condition");
  expect(["shown", "assigned"]).toEqual(expect.arrayContaining(reasons.slice(1)));
});

test("what its condition asks for is told with it, as it is now", () => {
  const [one, two] = viewWith("", calm).slots[0]?.variants ?? [];
  expect(one).toMatchObject({ when: "interest.b > 0.5", facts: [["interest.b", ""]] });
  expect(two?.facts).toEqual([["interest.a", "0.61"]]);
});

test("what has been noted is told as the answer it would be", () => {
  const slots = {
    hero: {
      ...{ slot: "hero", variants: ["one", "two", "three"], variant: "two", reached: "clicked" },
      ...{ holdout: 10, arm: 1, goal: false },
    },
  };
  const { slots: views } = viewWith("", calm, { state: { visit: { slots } } });
  expect(views[0]?.report).toEqual({
    ...{ cell: "two:clicked", cells: 10, epsilon: 3 },
    goal: { isOffered: true, isReached: false },
  });
});

test("why nothing is reported is told", () => {
  expect(viewWith("", calm).unreported).toBeUndefined();
  expect(viewWith("", calm, { options: {} }).unreported).toBe("no-collector");
  const consent = { gate: { grant: () => undefined } };
  expect(viewWith("", calm, { consent }).unreported).toBe("no-consent");
});
