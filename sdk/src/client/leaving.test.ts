// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Stop } from "../kernel/index.js";
import { build } from "../slots/build.test-helper.js";
import { watchVisitEnd } from "./leaving.js";
import { turn, watchListeners } from "./page.test-helper.js";

const ended = vi.fn();
/** Links are clicked and forms sent, but this page stays: the last listener of all prevents it. */
for (const name of ["click", "submit"]) window.addEventListener(name, (event) => event.preventDefault());
let stop: Stop;

beforeEach(() => {
  vi.clearAllMocks();
  turn(document, "visible");
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
  Reflect.deleteProperty(window, "navigation");
});

/** The Navigation API as far as it is used. */
const withNavigation = (): EventTarget => {
  const navigation = new EventTarget();
  Object.defineProperty(window, "navigation", { value: navigation, configurable: true });
  return navigation;
};
const navigate = (navigation: EventTarget, url: string): boolean =>
  navigation.dispatchEvent(
    Object.assign(new Event("navigate"), { destination: { url, sameDocument: false }, hashChange: false }),
  );
const click = (element: Element): boolean =>
  element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
const start = (): void => {
  stop = watchVisitEnd(window, ended);
};
const elsewhere = "https://elsewhere.example/";
const next = new URL("/next", location.href).href;

test("a page that is hidden ends the visit, each time; one that is shown does not", () => {
  start();
  turn(document, "hidden");
  expect(ended).toHaveBeenCalledOnce();
  turn(document, "visible");
  expect(ended).toHaveBeenCalledOnce();
  turn(document, "hidden");
  expect(ended).toHaveBeenCalledTimes(2);
});

test("where the page is put aside amid its work there is no time to answer, elsewhere there is", () => {
  const vendor = vi.spyOn(navigator, "vendor", "get");
  for (const [name, times] of [
    ["Apple Computer, Inc.", 0],
    ["Google Inc.", 1],
    ["", 2],
  ] as const) {
    vendor.mockReturnValue(name);
    start();
    window.dispatchEvent(Object.assign(new Event("pagehide"), { persisted: true }));
    turn(document, "hidden");
    expect(ended).toHaveBeenCalledTimes(times);
    stop();
    turn(document, "visible");
  }
  vendor.mockRestore();
});

test("nothing ends before the page is hidden", () => {
  start();
  click(build(`<a href="${elsewhere}">x</a>`));
  expect(ended).not.toHaveBeenCalled();
});

test("Navigation API: on the way to a page of the same site the visit goes on, to another site it ends", () => {
  const navigation = withNavigation();
  start();
  navigate(navigation, next);
  turn(document, "hidden");
  expect(ended).not.toHaveBeenCalled();
  navigate(navigation, elsewhere);
  turn(document, "hidden");
  expect(ended).toHaveBeenCalledOnce();
});

test("Navigation API: clicks are not asked as well", () => {
  withNavigation();
  start();
  click(build(`<a href="/next">x</a>`));
  turn(document, "hidden");
  expect(ended).toHaveBeenCalledOnce();
});

test.each([
  ["a link of the same site", `<a href="/next">x</a>`, false],
  ["a link to another site", `<a href="${elsewhere}">x</a>`, true],
  ["another scheme", `<a href="mailto:shop@shop.example">x</a>`, true],
  ["a link into a new tab", `<a href="/next" target="_blank">x</a>`, true],
  ["no link at all", `<button>x</button>`, true],
  ["an anchor without an address", `<a>x</a>`, true],
])("without it a click counts: %s", (_, html, ends) => {
  start();
  click(build(html));
  turn(document, "hidden");
  expect(ended).toHaveBeenCalledTimes(ends ? 1 : 0);
});

test("a click inside a link is a click on it", () => {
  start();
  click(build(`<a href="/next"><b>x</b></a>`).firstElementChild!);
  turn(document, "hidden");
  expect(ended).not.toHaveBeenCalled();
});

test("a click that the page itself handles leads nowhere", () => {
  start();
  const link = build(`<a href="/next">x</a>`);
  link.addEventListener("click", (event) => event.preventDefault());
  click(link);
  turn(document, "hidden");
  expect(ended).toHaveBeenCalledOnce();
});

test.each([
  ["/search", 0],
  [`${elsewhere}login`, 1],
])("a form that is sent to %s", (action, times) => {
  start();
  build(`<form action="${action}"></form>`).dispatchEvent(
    new Event("submit", { bubbles: true, cancelable: true }),
  );
  turn(document, "hidden");
  expect(ended).toHaveBeenCalledTimes(times);
});

test("the last word counts: a navigation within the site that is followed by one to another site", () => {
  start();
  click(build(`<a href="/next">x</a>`));
  click(build(`<a href="${elsewhere}">x</a>`));
  turn(document, "hidden");
  expect(ended).toHaveBeenCalledOnce();
});

test("a page that comes back out of the back/forward cache is not on its way any more", () => {
  start();
  click(build(`<a href="/next">x</a>`));
  turn(document, "hidden");
  window.dispatchEvent(new Event("pageshow"));
  turn(document, "visible");
  turn(document, "hidden");
  expect(ended).toHaveBeenCalledOnce();
});

test.each(["with", "without"])("stop leaves no listener (%s Navigation API)", (kind) => {
  const navigation = kind === "with" ? withNavigation() : new EventTarget();
  const listeners = watchListeners(window, document, navigation);
  start();
  expect(listeners.count()).toBeGreaterThanOrEqual(3);
  stop();
  stop();
  expect(listeners.count()).toBe(0);
  turn(document, "hidden");
  expect(ended).not.toHaveBeenCalled();
});
