import { describe, expect, test } from "vitest";
import { compile, parse, topicsOf } from "../audiences/index.js";
import {
  decide,
  emptyMemory,
  remember,
  type Decision,
  type Memory,
  type Situation,
  type SlotSpec,
  type VariantSpec,
} from "./index.js";

const now = Date.UTC(2026, 5, 1, 12);
const minute = 60_000;
const day = 86_400_000;

const variant = (name: string, when?: string, more: Partial<VariantSpec> = {}): VariantSpec => ({
  name,
  topics: when === undefined ? [] : topicsOf(parse(when)),
  ...(when !== undefined && { when: compile(parse(when)) }),
  ...more,
});

const slotOf = (variants: VariantSpec[], more: Partial<SlotSpec> = {}): SlotSpec => ({
  name: "home-hero",
  choose: "first",
  holdout: 0,
  variants,
  ...more,
});

const situation = (more: Partial<Situation> = {}): Situation => ({
  facts: { interest: { hiking: 0.6 }, visit: { count: 2 } },
  memory: emptyMemory("seed"),
  resting: [],
  muted: [],
  now,
  visitStart: now - 10 * minute,
  page: { slots: 1, personalized: 0 },
  ...more,
});

const shownAt = (times: number[], name = "hiking", memory: Memory = emptyMemory("seed")): Memory =>
  times.reduce((past, at) => remember(past, { kind: "shown", slot: "home-hero", variant: name, at }), memory);

const hiking = variant("hiking", "interest.hiking >= 0.4");
const peru = variant("peru", "visit.count > 1");
const outcome = ({ state, variant: name, reason }: Decision): unknown[] => [state, name, reason.rule];

describe("first", () => {
  test("takes the first eligible variant, with the facts that made it so", () => {
    expect(decide(slotOf([hiking, peru]), situation())).toEqual({
      slot: "home-hero",
      state: "personalized",
      variant: "hiking",
      arm: 1,
      reason: { rule: "eligible", used: [{ path: "interest.hiking", value: 0.6 }], skipped: [] },
    });
  });

  test("says what it passed over", () => {
    const decision = decide(slotOf([variant("golf", "interest.golf > 0.2"), peru]), situation());
    expect(decision.variant).toBe("peru");
    expect(decision.reason).toEqual({
      rule: "eligible",
      used: [{ path: "visit.count", value: 2 }],
      skipped: [{ variant: "golf", rule: "condition" }],
    });
  });

  test("none eligible is the default, without a variant", () => {
    const decision = decide(slotOf([variant("golf", "interest.golf > 0.2")]), situation());
    expect(outcome(decision)).toEqual(["default", undefined, "none-eligible"]);
    expect("variant" in decision).toBe(false);
    expect(outcome(decide(slotOf([]), situation()))).toEqual(["default", undefined, "none-eligible"]);
  });

  test("best is first for now", () => {
    expect(decide(slotOf([hiking, peru], { choose: "best" }), situation()).variant).toBe("hiking");
  });

  test("facts of a variant that is capped after all are not given as a reason", () => {
    const capped = { ...hiking, cap: { count: 1, per: "day" as const } };
    const decision = decide(slotOf([capped, peru]), situation({ memory: shownAt([now - minute]) }));
    expect(decision.reason).toEqual({
      rule: "eligible",
      used: [{ path: "visit.count", value: 2 }],
      skipped: [{ variant: "hiking", rule: "cap" }],
    });
  });
});

describe("tact", () => {
  test("muted and resting topics withhold a variant, muted first", () => {
    const slot = slotOf([hiking]);
    const skipped = (more: Partial<Situation>): unknown => decide(slot, situation(more)).reason.skipped;
    expect(skipped({ muted: ["hiking"], resting: ["hiking"] })).toEqual([
      { variant: "hiking", rule: "muted" },
    ]);
    expect(skipped({ resting: ["hiking"] })).toEqual([{ variant: "hiking", rule: "resting" }]);
    expect(skipped({ resting: ["golf"], muted: ["golf"] })).toEqual([]);
  });

  test("topics of the markup count like those of the condition", () => {
    const slot = slotOf([variant("boots", undefined, { topics: ["hiking-boots"] })]);
    expect(decide(slot, situation({ resting: ["hiking-boots"] })).state).toBe("default");
  });

  test.each([
    [1, 0, "personalized"],
    [2, 0, "personalized"],
    [2, 1, "capped"],
    [3, 1, "personalized"],
    [3, 2, "capped"],
    [10, 2, "personalized"],
    [10, 3, "capped"],
  ])("dose: of %i slots %i personalized, the next is %s", (slots, personalized, state) => {
    const decision = decide(slotOf([hiking]), situation({ page: { slots, personalized } }));
    expect(decision.state).toBe(state);
    if (state === "capped") expect(decision.reason.rule).toBe("dose");
  });

  test("dose can be changed, and never makes an ineligible slot capped", () => {
    const page = { slots: 10, personalized: 3 };
    expect(decide(slotOf([hiking]), situation({ page, tact: { dose: 4 } })).state).toBe("personalized");
    expect(decide(slotOf([variant("golf", "interest.golf")]), situation({ page })).state).toBe("default");
  });

  test("fatigue: five shows without a click, then seven days of rest", () => {
    const shows = [9, 8, 7.5, 7.2, 7.1].map((days) => now - days * day);
    const decided = (memory: Memory, at = now): unknown[] =>
      outcome(decide(slotOf([hiking]), situation({ memory, now: at })));
    expect(decided(shownAt(shows.slice(1)), now - 7 * day)).toEqual(["personalized", "hiking", "eligible"]);
    expect(decided(shownAt(shows), now - 7 * day)).toEqual(["capped", undefined, "fatigue"]);
    expect(decided(shownAt(shows))).toEqual(["personalized", "hiking", "eligible"]);
    const rested = shownAt([now], "hiking", shownAt(shows));
    expect(decided(rested, now + minute)).toEqual(["personalized", "hiking", "eligible"]);
  });

  test("fatigue: a click starts the count anew; another variant may take over", () => {
    const shows = [5, 4, 3, 2, 1].map((minutes) => now - minutes * minute);
    const tired = shownAt(shows);
    const clicked = remember(tired, { kind: "clicked", slot: "home-hero", variant: "hiking", at: now });
    expect(decide(slotOf([hiking, peru]), situation({ memory: tired })).variant).toBe("peru");
    expect(decide(slotOf([hiking, peru]), situation({ memory: clicked })).variant).toBe("hiking");
  });

  test("fatigue follows the tact of the situation", () => {
    const memory = shownAt([now - 2 * day, now - 2 * day + 1]);
    const tact = { fatigueShows: 2, fatigueRestDays: 3 };
    expect(decide(slotOf([hiking]), situation({ memory, tact })).reason.rule).toBe("fatigue");
    expect(decide(slotOf([hiking]), situation({ memory, tact, now: now + day + 1 })).state).toBe(
      "personalized",
    );
  });
});

describe("caps", () => {
  const capped = (per: "visit" | "day" | "week", count = 2): SlotSpec =>
    slotOf([hiking], { cap: { count, per } });
  const state = (slot: SlotSpec, ago: number[]): unknown[] =>
    outcome(decide(slot, situation({ memory: shownAt(ago.map((ms) => now - ms).sort((a, b) => a - b)) })));

  test.each([
    ["visit", 10 * minute, 11 * minute],
    ["day", day - 1, day],
    ["week", 7 * day - 1, 7 * day],
  ] as const)("per %s", (per, inside, outside) => {
    expect(state(capped(per), [0, inside])).toEqual(["capped", undefined, "cap"]);
    expect(state(capped(per), [0, outside])).toEqual(["personalized", "hiking", "eligible"]);
    expect(state(capped(per, 3), [0, inside])).toEqual(["personalized", "hiking", "eligible"]);
  });

  test("a slot's cap counts all its variants, a variant's only its own", () => {
    const memory = shownAt([now - 3, now - 2], "peru");
    const cap = { count: 2, per: "day" as const };
    expect(decide(slotOf([hiking], { cap }), situation({ memory })).state).toBe("capped");
    expect(decide(slotOf([{ ...hiking, cap }]), situation({ memory })).state).toBe("personalized");
  });

  test("a clock that was set back forgives shows of the future", () => {
    expect(state(capped("day", 1), [-5 * day])).toEqual(["personalized", "hiking", "eligible"]);
  });

  test("up to the 50 shows that are remembered", () => {
    const memory = shownAt(Array.from({ length: 60 }, (_, i) => now - 60 + i));
    const tact = { fatigueShows: Infinity };
    expect(decide(capped("week", 50), situation({ memory, tact })).reason.rule).toBe("cap");
  });
});

describe("holdout and test", () => {
  test("everyone and no one", () => {
    const all = decide(slotOf([hiking], { holdout: 100 }), situation());
    expect([all.state, all.arm, all.variant]).toEqual(["holdout", 0, undefined]);
    expect(decide(slotOf([hiking], { holdout: 0 }), situation()).arm).toBe(1);
  });

  test("the arm is drawn for every device that meets the slot, eligible or not", () => {
    const decision = decide(slotOf([variant("golf", "interest.golf")], { holdout: 100 }), situation());
    expect([decision.state, decision.arm, decision.reason.rule]).toEqual(["holdout", 0, "holdout"]);
  });

  test("a test shows the assigned variant or the default, never another", () => {
    const slot = slotOf([variant("a", "interest.golf"), variant("b")], { choose: "test" });
    const seen = new Set<string>();
    for (let i = 0; i < 200; i++) {
      const decision = decide(slot, situation({ memory: emptyMemory(`device ${i}`) }));
      seen.add(JSON.stringify([decision.variant, decision.reason.rule, decision.reason.skipped]));
    }
    expect([...seen].sort()).toEqual([
      '["b","assigned",[]]',
      '[null,"none-eligible",[{"variant":"a","rule":"condition"}]]',
    ]);
  });

  test("a weight of 0 gets nobody, all of 0 is the default", () => {
    const slot = slotOf([variant("a", undefined, { weight: 0 }), variant("b", undefined, { weight: 5 })], {
      choose: "test",
    });
    for (let i = 0; i < 100; i++)
      expect(decide(slot, situation({ memory: emptyMemory(String(i)) })).variant).toBe("b");
    const none = slotOf([variant("a", undefined, { weight: 0 })], { choose: "test" });
    expect(decide(none, situation()).state).toBe("default");
  });

  test("slots and variants may be called like methods of every object", () => {
    const slot = slotOf([variant("constructor"), variant("__proto__")], { name: "constructor" });
    const decision = decide(slot, situation());
    expect(decision.variant).toBe("constructor");
    const event = { kind: "shown", slot: "__proto__", variant: "__proto__", at: now } as const;
    const memory = remember(remember(emptyMemory("s"), event), event);
    expect(Object.getPrototypeOf(memory.slots)).toBe(Object.prototype);
    expect(Object.values(memory.slots)[0]?.shown).toHaveLength(2);
  });

  test("a decision changes nothing it was given", () => {
    const given = situation({ memory: shownAt([now]) });
    const before = structuredClone({ ...given });
    decide(slotOf([hiking], { cap: { count: 1, per: "day" } }), given);
    expect(given).toEqual(before);
  });
});
