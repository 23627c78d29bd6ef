// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchObservers, type Observers } from "./observers.test-helper.js";
import { hiking, painted, placed, setUp, slot, stateOf, text } from "./personalizer.test-helper.js";

let observers: Observers;
beforeEach(() => {
  observers = watchObservers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Mutation observers report in a microtask. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("a slot whose default was seen before the grant keeps it, and is not measured: nothing was offered", () => {
  const { personalizer, given, learn, events } = setUp();
  given.now = undefined;
  const element = slot();
  personalizer.add(element, 0);
  observers.see(element);
  expect(events).toEqual([]);
  learn({ facts: hiking });
  expect(text(element)).toBe("Default");
  expect(stateOf(element)).toBe("no-consent");
  expect(events).toEqual([]);
});

test("a slot that was painted before anything could be decided keeps its default: timeout, and is met as such", () => {
  const { personalizer, learn, events, given } = setUp();
  given.ready = false;
  const element = slot();
  personalizer.add(element, 0);
  painted();
  placed(element, 100);
  given.ready = true;
  learn({ facts: hiking });
  expect(text(element)).toBe("Default");
  expect(stateOf(element)).toBe("timeout");
  expect(events.map(({ kind, decision }) => [kind, decision.state, decision.variant])).toEqual([
    ["met", "timeout", undefined],
  ]);
  learn({ facts: { interest: { travel: 1 } } });
  expect(text(element)).toBe("Default");
});

test("a variant that has been seen is never swapped, whatever is learned; one that has not is", () => {
  const { learn, addAll } = setUp();
  const [seen, unseen] = [slot(), slot("", "below")];
  addAll(seen, unseen, slot("", "last"));
  observers.see(seen);
  learn({ facts: { interest: { travel: 0.9 } } });
  expect(text(seen)).toBe("Boots");
  expect(text(unseen)).toBe("Peru");
  learn({ facts: {} });
  expect(text(seen)).toBe("Boots");
  expect(text(unseen)).toBe("Default");
  expect(stateOf(unseen)).toBe("default");
});

test("that a slot was seen is told once, with its decision", () => {
  const { personalizer, kinds, events } = setUp();
  const element = slot();
  personalizer.add(element, 0);
  observers.see(element);
  observers.see(element);
  expect(kinds()).toEqual(["met", "seen"]);
  expect(events[1]?.decision.variant).toBe("hiking");
});

test.each([false, true])("a muted topic goes in the same page view (seen: %s)", (wasSeen) => {
  const { personalizer, learn } = setUp();
  const element = slot();
  personalizer.add(element, 0);
  if (wasSeen) observers.see(element);
  learn({ muted: ["hiking"] });
  expect(text(element)).toBe("Default");
  expect(stateOf(element)).toBe("default");
});

test("a topic that begins to rest does not take a seen variant away", () => {
  const { personalizer, learn } = setUp();
  const element = slot();
  personalizer.add(element, 0);
  observers.see(element);
  learn({ resting: ["hiking"] });
  expect(text(element)).toBe("Boots");
});

test("a page that takes the variant out twice keeps its slot: conflict, for this page view", async () => {
  const { personalizer, learn, kinds } = setUp();
  const element = slot();
  personalizer.add(element, 0);
  const own = document.createElement("i");
  for (const round of [1, 2]) {
    element.replaceChildren(own, ...element.querySelectorAll("template"));
    await settled();
    expect(stateOf(element)).toBe(round === 1 ? "personalized" : "conflict");
  }
  expect(element.contains(own)).toBe(true);
  learn({ facts: { interest: { travel: 0.9 } } });
  expect(stateOf(element)).toBe("conflict");
  expect(element.dataset["heimActive"]).toBeUndefined();
  expect(kinds()).toEqual(["met"]);
});

test("a withdrawal puts every default back, seen or not; a grant after it finds what was seen in place", () => {
  const { personalizer, learn, given, addAll } = setUp();
  const [seen, unseen] = [slot("", "one"), slot("", "two")];
  addAll(seen, unseen, slot("", "three"));
  observers.see(seen);
  given.now = undefined;
  personalizer.revertAll();
  for (const element of [seen, unseen]) {
    expect(text(element)).toBe("Default");
    expect(stateOf(element)).toBe("no-consent");
    expect(element.dataset["heimActive"]).toBeUndefined();
  }
  learn({ facts: hiking });
  expect(stateOf(seen)).toBe("timeout");
  expect(text(unseen)).toBe("Boots");
});

test.each<[string, { top: number; since?: number; visibility?: string }, string]>([
  ["painted where the visitor looks", { top: 100 }, "timeout"],
  ["below the fold", { top: 100_000 }, "personalized"],
  ["above what is in view", { top: -500 }, "personalized"],
  ["put in just now", { top: 100, since: 40 }, "personalized"],
  ["hidden until now by the inlined script", { top: 100, visibility: "hidden" }, "personalized"],
])("a slot %s", (_, { top, since = 0, visibility = "visible" }, state) => {
  const { personalizer } = setUp();
  painted();
  const element = slot(`style="visibility:${visibility}"`);
  placed(element, top);
  personalizer.add(element, since);
  expect(stateOf(element)).toBe(state);
});

test("before the first paint nothing has been shown", () => {
  vi.spyOn(document, "timeline", "get").mockReturnValue({ currentTime: 0 } as DocumentTimeline);
  const { personalizer } = setUp();
  const element = slot();
  placed(element, 100);
  personalizer.add(element, 0);
  expect(stateOf(element)).toBe("personalized");
});

test("while the page is parsed a slot waits, undecided, for one more before every slot of the page would be personalized", () => {
  const readyState = vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
  const { personalizer, decideAll } = setUp();
  const [first, second, third] = [slot(), slot(), slot()];
  personalizer.add(first, 0);
  personalizer.add(second, 0);
  expect([first, second].map(stateOf)).toEqual(["personalized", undefined]);
  personalizer.add(third, 0);
  expect([second, third].map(stateOf)).toEqual(["personalized", undefined]);
  readyState.mockReturnValue("interactive");
  decideAll();
  expect(stateOf(third)).toBe("capped");
});
