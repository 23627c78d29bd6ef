import fc from "fast-check";
import { expect, test } from "vitest";
import type { SlotOutcome } from "../statistics/index.js";
import { beginVisit, meet, reach, reachGoal, type Visit } from "./outcomes.js";

const slot = (name: string, rest: Partial<SlotOutcome> = {}): SlotOutcome => ({
  slot: name,
  variants: ["hiking", "peru"],
  reached: "none",
  holdout: 10,
  arm: 1,
  goal: false,
  ...rest,
});
const met = (...slots: SlotOutcome[]): Visit => slots.reduce(meet, beginVisit(42));
const hero = ({ slots }: Visit): SlotOutcome => slots["hero"]!;

test("a visit begins with its start and no slots", () => {
  expect(beginVisit(42)).toEqual({ v: 1, id: 42, slots: {} });
});

test("a slot met again, on the next page, keeps what it has reached", () => {
  const visit = reach(met(slot("hero")), "hero", "hiking", "clicked");
  expect(meet(visit, slot("hero", { holdout: 99 }))).toEqual(visit);
  expect(Object.keys(meet(visit, slot("footer")).slots)).toEqual(["hero", "footer"]);
});

test("a variant gets further, never back; the variant that got furthest counts", () => {
  const seen = reach(met(slot("hero")), "hero", "hiking", "seen");
  expect(hero(seen)).toMatchObject({ variant: "hiking", reached: "seen" });
  expect(hero(reach(seen, "hero", "peru", "seen"))).toMatchObject({ variant: "hiking", reached: "seen" });
  const clicked = reach(seen, "hero", "peru", "clicked");
  expect(hero(clicked)).toMatchObject({ variant: "peru", reached: "clicked" });
  expect(reach(clicked, "hero", "hiking", "seen")).toBe(clicked);
});

test("what happens to a slot that the visit has not met changes nothing", () => {
  const visit = met(slot("hero"));
  expect(reach(visit, "other", "hiking", "seen")).toBe(visit);
});

test("a goal counts for the slots measured on it, whatever they showed", () => {
  const visit = reachGoal(
    met(
      slot("hero", { measured: "checkout", reached: "seen", variant: "peru" }),
      slot("banner", { measured: "checkout", arm: 0 }),
      slot("footer", { measured: "newsletter", reached: "seen", variant: "peru" }),
      slot("plain"),
    ),
    ["purchase", "checkout"],
  );
  expect(hero(visit)).toMatchObject({ goal: true, reached: "goal", variant: "peru" });
  expect(visit.slots["banner"]).toMatchObject({ goal: true, reached: "none" });
  expect(visit.slots["footer"]).toMatchObject({ goal: false, reached: "seen" });
  expect(visit.slots["plain"]).toMatchObject({ goal: false, reached: "none" });
});

const step = fc.oneof(
  fc.record({
    kind: fc.constant("reach" as const),
    variant: fc.constantFrom("hiking", "peru"),
    reached: fc.constantFrom("seen" as const, "clicked" as const),
  }),
  fc.record({ kind: fc.constant("goal" as const), name: fc.constantFrom("checkout", "other") }),
  fc.record({ kind: fc.constant("meet" as const) }),
);

test("whatever happens, in whatever order: no step back, no change of what was, id and answer untouched", () => {
  const order = ["none", "seen", "clicked", "goal"];
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let visit: Visit = { ...met(slot("hero", { measured: "checkout" })), answered: true };
      for (const one of steps) {
        const frozen = structuredClone(visit);
        const next =
          one.kind === "reach"
            ? reach(visit, "hero", one.variant, one.reached)
            : one.kind === "goal"
              ? reachGoal(visit, [one.name])
              : meet(visit, slot("hero"));
        expect(visit).toEqual(frozen);
        expect(order.indexOf(hero(next).reached)).toBeGreaterThanOrEqual(order.indexOf(hero(visit).reached));
        if (hero(visit).goal) expect(hero(next).goal).toBe(true);
        if (hero(next).reached !== "none") expect(hero(next).variant).toBeDefined();
        expect(next).toMatchObject({ id: 42, answered: true });
        visit = next;
      }
    }),
  );
});
