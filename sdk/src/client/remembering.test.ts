// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { emptyMemory, type Decision } from "../decisions/index.js";
import { emptyProfile } from "../interests/index.js";
import { readSlot } from "../slots/index.js";
import { build } from "../slots/build.test-helper.js";
import type { Measuring } from "./core.js";
import { createDevice } from "./device.js";
import { fakeCore, fakeStore } from "./fakes.test-helper.js";
import { watchListeners } from "./page.test-helper.js";
import type { Run } from "./personalizer.js";
import { startRemembering } from "./remembering.js";
import { specOf } from "./slot-spec.js";
import { literate } from "./more.test-helper.js";

afterEach(() => document.body.replaceChildren());

const decided = (rest: Partial<Decision> = {}): Decision => ({
  slot: "hero",
  state: "personalized",
  variant: "a",
  arm: 1,
  reason: { rule: "eligible", used: [], skipped: [] },
  ...rest,
});
const runOf = (element: HTMLElement, decision: Decision | undefined): Run => {
  const markup = readSlot(element, vi.fn())!;
  return { markup, spec: specOf(markup, { ...literate, fault: vi.fn() }), decision, seen: false, since: 0 };
};

function setUp(decision: Decision | undefined = decided()) {
  const element = build(
    `<div data-heim-slot="hero"><p>x</p><template data-heim-variant="a"></template></div>`,
  );
  const run = runOf(element, decision);
  const fake = fakeCore({
    window: { document, navigator } as never,
    state: { profile: emptyProfile(), memory: emptyMemory("seed") },
    personalizer: { runs: new Map([[element, run]]) } as never,
  });
  const told: unknown[] = [];
  const measuring: Measuring = {
    goals: (names) => told.push(["goals", names]),
    met: (met) => told.push(["met", met.markup.name]),
    reached: (...reached) => told.push(["reached", ...reached]),
    stop: () => undefined,
  };
  const remembering = startRemembering(fake.core, createDevice(fake.core, fakeStore().store), (task) =>
    task(measuring),
  );
  return { ...fake, ...remembering, element, run, told, memory: () => fake.core.state!.memory.slots["hero"] };
}
const click = (target: Element): boolean => target.dispatchEvent(new MouseEvent("click", { bubbles: true }));

test("a variant that is seen is a show: remembered for caps and fatigue, passed on as seen", () => {
  const { slot, stop, run, told, memory, time } = setUp();
  slot({ kind: "seen", run, decision: decided() });
  expect(memory()).toMatchObject({ shown: [[time.now, "a"]], variants: { a: { unclicked: 1 } } });
  expect(told).toEqual([["reached", "hero", "a", "seen"]]);
  stop();
});

test("a click anywhere in the slot ends its fatigue and is passed on", () => {
  const { slot, stop, run, told, memory, element } = setUp();
  slot({ kind: "seen", run, decision: decided() });
  click(element.querySelector("p")!);
  expect(memory()).toMatchObject({ variants: { a: { unclicked: 0 } } });
  expect(memory()?.shown).toHaveLength(1);
  expect(told.at(-1)).toEqual(["reached", "hero", "a", "clicked"]);
  stop();
});

test("an assignment by experiment sticks from its first show", () => {
  const { slot, stop, run, memory } = setUp(decided({ reason: { rule: "assigned", used: [], skipped: [] } }));
  slot({ kind: "seen", run, decision: run.decision! });
  expect(memory()?.assigned).toBe("a");
  stop();
});

test("a slot that is met is passed on and not remembered", () => {
  const { slot, stop, run, told, memory } = setUp();
  slot({ kind: "met", run, decision: decided() });
  expect(told).toEqual([["met", "hero"]]);
  expect(memory()).toBeUndefined();
  stop();
});

test("a default that is seen or clicked is no show of anything", () => {
  const { slot, stop, run, told, memory, element } = setUp({
    slot: "hero",
    state: "holdout",
    arm: 0,
    reason: { rule: "holdout", used: [], skipped: [] },
  });
  slot({ kind: "seen", run, decision: run.decision! });
  click(element);
  expect(told).toEqual([]);
  expect(memory()).toBeUndefined();
  stop();
});

test("clicks elsewhere, and clicks after the end, are nobody's", () => {
  const { stop, told, element } = setUp();
  click(build("<p>elsewhere</p>"));
  stop();
  click(element);
  expect(told).toEqual([]);
});

test("stop leaves no listener", () => {
  const listeners = watchListeners(document);
  const { stop } = setUp();
  expect(listeners.count()).toBe(1);
  stop();
  expect(listeners.count()).toBe(0);
});
