// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Stop } from "../kernel/index.js";
import { build } from "../slots/build.test-helper.js";
import { startGoals } from "./goals.js";
import { watchListeners } from "./page.test-helper.js";

const goal = vi.fn<(name: string) => void>();
let stop: Stop;

beforeEach(() => {
  vi.clearAllMocks();
  stop = startGoals(document, goal);
});
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

const click = (selector: string): boolean =>
  document
    .querySelector(selector)!
    .dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
const submit = (selector: string): boolean =>
  document.querySelector(selector)!.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));

test("a click on, or anywhere in, an element marked with a goal reaches it", () => {
  build(`<div><a data-heim-goal="newsletter" href="#"><b>Join</b></a><i>no</i></div>`);
  click("b");
  click("a");
  click("i");
  expect(goal.mock.calls).toEqual([["newsletter"], ["newsletter"]]);
});

test("the innermost goal counts, and no other", () => {
  build(`<div data-heim-goal="outer"><button data-heim-goal="inner"></button></div>`);
  click("button");
  expect(goal.mock.calls).toEqual([["inner"]]);
});

test("a form's goal is reached by its submission, not by a click into it", () => {
  build(`<form data-heim-goal="signup"><input><button type="button"></button></form>`);
  click("input");
  click("button");
  click("form");
  expect(goal).not.toHaveBeenCalled();
  submit("form");
  expect(goal.mock.calls).toEqual([["signup"]]);
});

test("a submission reaches no goal of what is around the form", () => {
  build(`<div data-heim-goal="around"><form><input></form></div>`);
  submit("form");
  expect(goal).not.toHaveBeenCalled();
});

test("an element marked with an empty goal reaches none", () => {
  build(`<button data-heim-goal=""></button>`);
  click("button");
  expect(goal).not.toHaveBeenCalled();
});

test.each([`<div data-heim-slot="hero"`, `<div class="a heim-slot--hero"`])(
  "%s: its goal is what its result is measured on",
  (tag) => {
    build(
      `<div data-heim-goal="around">${tag} data-heim-goal="checkout"><p>Boots</p><a data-heim-goal="signup">a</a></div></div>`,
    );
    click("a");
    expect(goal.mock.calls).toEqual([["signup"]]);
    click("p");
    expect(goal.mock.calls).toEqual([["signup"], ["around"]]);
  },
);

test("the page cannot keep goals from being heard, and is not kept from anything itself", () => {
  build(`<a data-heim-goal="newsletter" href="#">x</a>`);
  expect(click("a")).toBe(true);
  document.querySelector("a")!.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  expect(click("a")).toBe(false);
  expect(goal).toHaveBeenCalledTimes(2);
});

test("a click on the document itself is nobody's", () => {
  document.dispatchEvent(new MouseEvent("click"));
  expect(goal).not.toHaveBeenCalled();
});

test("stop takes every listener off", () => {
  stop();
  const listeners = watchListeners(document);
  const end = startGoals(document, goal);
  expect(listeners.count()).toBe(2);
  end();
  end();
  expect(listeners.count()).toBe(0);
  build(`<a data-heim-goal="newsletter">x</a>`);
  click("a");
  expect(goal).not.toHaveBeenCalled();
});
