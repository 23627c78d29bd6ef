// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { build } from "./build.test-helper.js";
import { findParts, watchParts } from "./index.js";

let readyState: DocumentReadyState = "complete";
beforeEach(() => {
  vi.spyOn(document, "readyState", "get").mockImplementation(() => readyState);
});
afterEach(() => {
  readyState = "complete";
  document.body.replaceChildren();
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const slot = (name: string): HTMLElement => {
  const element = document.createElement("section");
  element.setAttribute("data-heim-slot", name);
  return element;
};
const watch = (): { events: string[]; stop: () => void } => {
  const events: string[] = [];
  const name = (element: HTMLElement): string => element.dataset["heimSlot"] ?? element.className;
  const stop = watchParts(
    document,
    (element) => events.push(`+${name(element)}`),
    (element) => events.push(`-${name(element)}`),
  );
  return { events, stop };
};

test("finds slots by attribute and by class, the root itself too, and none that is ignored", () => {
  const page = build(`<main data-heim-slot="a"><div class="x heim-slot--b"></div><div class="heim-slot"></div>
    <div data-heim-ignore><p data-heim-slot="d" data-heim-ignore="false"></p></div></main>`);
  expect(findParts(page).map((found) => found.dataset["heimSlot"] ?? found.className)).toEqual([
    "a",
    "x heim-slot--b",
  ]);
  expect(findParts(document)).toHaveLength(2);
  expect(findParts(document.createTextNode("text"))).toEqual([]);
});

test("content below data-heim-ignore cannot switch it off; data-heim-ignore=false is none", () => {
  const inner = `<section data-heim-slot="s" data-heim-ignore="false"></section>`;
  expect(findParts(build(`<div data-heim-ignore>${inner}</div>`))).toEqual([]);
  expect(findParts(build(`<div data-heim-ignore="false">${inner}</div>`))).toHaveLength(1);
});

test("reports the slots there are at once, and those that come and go later", async () => {
  document.body.append(slot("first"));
  const { events, stop } = watch();
  expect(events).toEqual(["+first"]);
  const late = slot("late");
  const wrapper = document.createElement("div");
  wrapper.append(late);
  document.body.append(wrapper);
  await settled();
  wrapper.remove();
  await settled();
  expect(events).toEqual(["+first", "+late", "-late"]);
  document.body.append(wrapper);
  await settled();
  expect(events.at(-1)).toBe("+late");
  stop();
  document.body.append(slot("after"));
  await settled();
  expect(events).toHaveLength(4);
});

test("a slot that is moved, or added in many changes at once, is reported once", async () => {
  const { events } = watch();
  const moved = slot("moved");
  for (let i = 0; i < 50; i++) document.body.append(document.createElement("p"), moved);
  await settled();
  expect(events).toEqual(["+moved"]);
});

test("while the parser is at work a slot is reported when something follows it, at any level", async () => {
  readyState = "loading";
  const { events } = watch();
  const wrapper = document.createElement("div");
  const open = slot("open");
  wrapper.append(open);
  document.body.append(wrapper);
  await settled();
  open.append("half of its con");
  await settled();
  expect(events).toEqual([]);
  document.body.append("next");
  await settled();
  expect(events).toEqual(["+open"]);
});

test("what follows the body is not the parser's", async () => {
  readyState = "loading";
  const { events } = watch();
  document.body.append(slot("open"));
  const foreign = document.createElement("div");
  document.documentElement.append(foreign);
  await settled();
  expect(events).toEqual([]);
  foreign.remove();
});

test("the last slot of the page is reported when the parser is done", async () => {
  readyState = "loading";
  const { events } = watch();
  document.body.append(slot("last"));
  await settled();
  readyState = "interactive";
  document.dispatchEvent(new Event("readystatechange"));
  document.dispatchEvent(new Event("readystatechange"));
  expect(events).toEqual(["+last"]);
});

test("a slot that leaves before it was whole is never reported", async () => {
  readyState = "loading";
  const { events } = watch();
  const brief = slot("brief");
  document.body.append(brief);
  await settled();
  brief.remove();
  await settled();
  readyState = "complete";
  document.dispatchEvent(new Event("readystatechange"));
  expect(events).toEqual([]);
});

test("each is reported with the time it was first met, even if it came in parts; 0 is before", async () => {
  const reported: string[] = [];
  let currentTime = 5;
  vi.spyOn(document, "timeline", "get").mockImplementation(() => ({ currentTime }) as DocumentTimeline);
  document.body.append(slot("before"), "x");
  readyState = "loading";
  const stop = watchParts(document, ({ dataset }, since) => {
    reported.push(`${dataset["heimSlot"] ?? ""} ${since}`);
  });
  currentTime = 10;
  document.body.append(slot("parts"));
  await settled();
  currentTime = 20;
  document.body.append(slot("at-once"), "x");
  await settled();
  expect(reported).toEqual(["before 0", "parts 10", "at-once 20"]);
  stop();
  vi.restoreAllMocks();
});
