// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { build } from "../slots/build.test-helper.js";
import { startQuizzes } from "./quiz.js";

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  document.body.replaceChildren();
});

function setUp(html: string, declared: Record<string, unknown> = {}) {
  const form = build(html) as HTMLFormElement;
  const told: [string, unknown][] = [];
  const log = vi.fn();
  const declare = (name: string, value: unknown): number => told.push([name, value]);
  stops.push(startQuizzes({ document, declared: () => declared, declare, log }));
  const field = (selector: string): HTMLInputElement =>
    form.querySelector(selector) as unknown as HTMLInputElement;
  const submit = (): SubmitEvent => {
    const event = new SubmitEvent("submit", { bubbles: true, cancelable: true });
    form.dispatchEvent(event);
    return event;
  };
  return { form, told, log, field, submit };
}

const sizes = `<form data-heim-quiz="sizes" action="/elsewhere">
  <input name="shoe-size" type="number" value="">
  <input name="first-name">
  <select name="style"><option value="">?</option><option value="light">Light</option></select>
  <input type="radio" name="pace" value="slow"><input type="radio" name="pace" value="fast">
  <input type="checkbox" name="sports" value="ski"><input type="checkbox" name="sports" value="bike">
  <input type="checkbox" name="vegan">
  <input type="hidden" name="token" value="x"><input type="submit" name="go" value="Go">
</form>`;

test("answers become declared facts, in the types they have, and the form is not sent", () => {
  const { field, told, submit, form } = setUp(sizes);
  field("[name=shoe-size]").value = "42.5";
  field("[name=first-name]").value = " Ada ";
  field("select").value = "light";
  field("[value=fast]").checked = true;
  for (const value of ["ski", "bike"]) field(`[value=${value}]`).checked = true;
  field("[name=vegan]").checked = true;
  const heard = vi.fn();
  document.addEventListener("heim:quiz", ({ detail }: CustomEventInit) => void heard(detail), { once: true });
  expect(submit().defaultPrevented).toBe(true);
  const answers = {
    "shoe-size": 42.5,
    "first-name": "Ada",
    style: "light",
    pace: "fast",
    sports: "ski bike",
    vegan: true,
  };
  expect(Object.fromEntries(told)).toEqual(answers);
  expect(heard).toHaveBeenCalledExactlyOnceWith({ quiz: "sizes", answers });
  expect(form.isConnected).toBe(true);
});

test("what was told before is shown, to be corrected; an emptied field takes it back", () => {
  const declared = { "shoe-size": 41, "first-name": "Ada", pace: "slow", sports: "bike", vegan: true };
  const { field, told, submit } = setUp(sizes, declared);
  expect(field("[name=shoe-size]").value).toBe("41");
  expect(field("[value=slow]").checked).toBe(true);
  expect(field("[value=bike]").checked).toBe(true);
  expect(field("[value=ski]").checked).toBe(false);
  expect(field("[name=vegan]").checked).toBe(true);
  field("[name=first-name]").value = "";
  field("[name=vegan]").checked = false;
  submit();
  expect(Object.fromEntries(told)).toMatchObject({ "first-name": "", vegan: false, "shoe-size": 41 });
});

test("a quiz of which something is told says so, until that is taken back, or the quiz ends", () => {
  const declared: Record<string, unknown> = {};
  const { form, submit } = setUp(`<form data-heim-quiz="a"><input name="size"></form>`, declared);
  expect(form.dataset["heimState"]).toBeUndefined();
  declared["size"] = "M";
  submit();
  expect(form.dataset["heimState"]).toBe("told");
  delete declared["size"];
  submit();
  expect(form.dataset["heimState"]).toBeUndefined();
  const again = setUp(`<form data-heim-quiz="b"><input name="size"></form>`, { size: "L" });
  expect(again.form.dataset["heimState"]).toBe("told");
  stops.splice(0).forEach((stop) => stop());
  expect(again.form.dataset["heimState"]).toBeUndefined();
});

test("a quiz that is put in later is filled when the visitor comes to it", () => {
  setUp("<p></p>", { size: "M" });
  const form = build(`<form data-heim-quiz="late"><input name="size"></form>`);
  const input = form.querySelector("input") as HTMLInputElement;
  input.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  expect(input.value).toBe("M");
});

test("contact details are not asked for: their fields are left out, with a warning", () => {
  const { told, log, submit, field } = setUp(
    `<form data-heim-quiz="a"><input type="email" name="mail"><input type="tel" name="phone"><input name="size" value="M"></form>`,
  );
  field("[name=mail]").value = "ada@shop.example";
  submit();
  expect(told).toEqual([["size", "M"]]);
  expect(log).toHaveBeenCalledTimes(2);
});

test.each([
  ["other forms", `<form><input name="size" value="M"></form>`],
  ["a quiz switched off", `<form data-heim-quiz="false"><input name="size" value="M"></form>`],
  ["an ignored one", `<form data-heim-quiz="a" data-heim-ignore><input name="size" value="M"></form>`],
])("%s are the page's", (_, html) => {
  const { told, submit } = setUp(html);
  expect(submit().defaultPrevented).toBe(false);
  expect(told).toEqual([]);
});

test("after stop the form is the page's", () => {
  const { told, submit } = setUp(sizes);
  stops.splice(0).forEach((stop) => stop());
  expect(submit().defaultPrevented).toBe(false);
  expect(told).toEqual([]);
});
