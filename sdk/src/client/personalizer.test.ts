// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Decision } from "../decisions/index.js";
import { build } from "../slots/build.test-helper.js";
import { watchObservers, type Observers } from "./observers.test-helper.js";
import { hiking, setUp, slot, stateOf, text } from "./personalizer.test-helper.js";

let observers: Observers;
beforeEach(() => {
  observers = watchObservers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

test("under a grant the slot shows its variant, tells the page and is met, once", () => {
  const { personalizer, events, decideAll } = setUp();
  const element = slot();
  const heard: Decision[] = [];
  document.body.addEventListener("heim:slot", (event) => heard.push((event as CustomEvent<Decision>).detail));
  personalizer.add(element, 0);
  expect(text(element)).toBe("Boots");
  expect(element.dataset).toMatchObject({ heimState: "personalized", heimActive: "hiking" });
  expect(heard).toEqual([
    {
      slot: "hero",
      variant: "hiking",
      state: "personalized",
      reason: { rule: "eligible", used: [{ path: "interest.hiking", value: 0.9 }], skipped: [] },
    },
  ]);
  expect(events).toEqual([
    expect.objectContaining({ kind: "met", decision: expect.objectContaining({ arm: 1 }) }),
  ]);
  decideAll();
  personalizer.add(element, 0);
  expect(heard).toHaveLength(1);
  expect(events).toHaveLength(1);
});

test("without a grant: the default, marked no-consent, and nothing is told", () => {
  const { personalizer, given, events, decideAll } = setUp();
  given.now = undefined;
  const element = slot();
  personalizer.add(element, 0);
  decideAll();
  expect(text(element)).toBe("Default");
  expect(stateOf(element)).toBe("no-consent");
  expect(events).toEqual([]);
});

test("while nothing is known slots wait, unmarked and unwatched; then all are decided", () => {
  const { personalizer, given, decideAll } = setUp();
  given.ready = false;
  const element = slot();
  personalizer.add(element, 0);
  expect(stateOf(element)).toBeUndefined();
  expect(observers.live()).toBe(0);
  given.ready = true;
  decideAll();
  expect(text(element)).toBe("Boots");
});

test("a grant that comes later is used at once where nobody has looked yet", () => {
  const { personalizer, given, learn } = setUp();
  given.now = undefined;
  const element = slot();
  personalizer.add(element, 0);
  learn({ facts: hiking });
  expect(text(element)).toBe("Boots");
});

test("dose: at most three personalized slots a page", () => {
  const { addAll } = setUp();
  const slots = Array.from({ length: 6 }, (_, at) => slot("", `slot-${at}`));
  addAll(...slots);
  const [p, c] = ["personalized", "capped"];
  expect(slots.map(stateOf)).toEqual([p, p, p, c, c, c]);
});

test("dose: nor more where the slots come one by one", () => {
  const { personalizer, learn } = setUp();
  const slots = Array.from({ length: 6 }, (_, at) => slot("", `slot-${at}`));
  for (const element of slots) personalizer.add(element, 0);
  const count = () => slots.filter((element) => stateOf(element) === "personalized").length;
  expect(count()).toBe(3);
  learn({});
  expect(count()).toBe(3);
});

test("dose: never every slot of a page with two", () => {
  const { personalizer } = setUp();
  const slots = [slot("", "one"), slot("", "two")];
  for (const element of slots) personalizer.add(element, 0);
  expect(slots.map(stateOf)).toEqual(["personalized", "capped"]);
});

test("a dose of the manifest's is kept too", () => {
  const { addAll } = setUp({ tact: { dose: 1 } });
  const slots = ["one", "two", "three"].map((name) => slot("", name));
  addAll(...slots);
  expect(slots.map(stateOf)).toEqual(["personalized", "capped", "capped"]);
});

test("a device held out keeps the default and is met as such", () => {
  const { personalizer, events } = setUp();
  const element = slot(`data-heim-holdout="100"`);
  personalizer.add(element, 0);
  expect(text(element)).toBe("Default");
  expect(stateOf(element)).toBe("holdout");
  expect(events[0]?.decision).toMatchObject({ arm: 0, state: "holdout" });
});

test("a slot that leaves the page is forgotten and not watched; should it come back, it is decided anew", () => {
  const { personalizer, kinds } = setUp();
  const element = slot();
  personalizer.add(element, 0);
  personalizer.drop(element);
  expect(personalizer.runs.size).toBe(0);
  expect(observers.live()).toBe(0);
  expect(text(element)).toBe("Default");
  personalizer.add(element, 0);
  expect(text(element)).toBe("Boots");
  expect(kinds()).toEqual(["met", "met"]);
});

test("a condition that cannot be read: its template is at fault, its variant left out, the next stands", () => {
  const { personalizer, fault } = setUp({ facts: { interest: { travel: 1 } } });
  const element = build(`<div data-heim-slot="hero">Default<template data-heim-variant="a"
    data-heim-when="interest. >=">A</template><template data-heim-variant="b">B</template></div>`);
  personalizer.add(element, 0);
  expect(text(element)).toBe("B");
  expect(fault.mock.calls).toEqual([[element.querySelector("template")]]);
});

test("what is no slot is left alone", () => {
  const { personalizer } = setUp();
  const element = build(`<div data-heim-slot="No Name">x</div>`);
  expect(personalizer.add(element, 0)).toBe(false);
  expect(personalizer.runs.size).toBe(0);
  expect(stateOf(element)).toBeUndefined();
});

test("stop leaves no slot watched and the page as it is", () => {
  const { personalizer, given } = setUp();
  given.now = undefined;
  const element = slot();
  personalizer.add(element, 0);
  expect(observers.live()).toBe(1);
  personalizer.stop();
  expect(observers.live()).toBe(0);
  expect(text(element)).toBe("Default");
});
