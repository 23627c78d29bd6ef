// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { createWhy } from "./create-why.js";
import { besideRule } from "./style.js";

const ports = () => ({ open: vi.fn(), gone: vi.fn(), log: vi.fn() });

function slotOf(html: string): HTMLElement {
  const range = document.createRange();
  document.body.replaceChildren(range.createContextualFragment(html));
  return document.querySelector<HTMLElement>("[data-heim-slot]")!;
}

test("a slot gets one i, before its last template, which stays the last child", () => {
  const slot = slotOf("<section data-heim-slot=a><p>A</p><template></template></section>");
  const put = createWhy(window, ports());
  put(slot, "");
  put(slot, "");
  expect([...slot.children].map(({ localName }) => localName)).toEqual(["p", "heim-why", "template"]);
});

test.each([
  ["<ul data-heim-slot=a><li>A</li></ul>", "li"],
  ["<table><tbody data-heim-slot=a><tr><td>A</td></tr></tbody></table>", "td"],
  ["<div><a href=/><span data-heim-slot=a>A</span></a></div>", "div"],
])("in %s it stands where its kind of element may have one", (html, parent) => {
  createWhy(window, ports())(slotOf(html), "");
  expect(document.querySelector("heim-why")?.parentElement?.localName).toBe(parent);
});

test("pressed it opens the answer of its slot, and the link it may stand by is not followed", () => {
  const { open, gone, log } = ports();
  const slot = slotOf("<section data-heim-slot=a><p>A</p></section>");
  createWhy(window, { open, gone, log })(slot, "top-left");
  const why = slot.querySelector<HTMLElement>("heim-why")!;
  expect(why.getAttribute("place")).toContain("top-left");
  const button = why.shadowRoot!.querySelector("button")!;
  expect(button.getAttribute("aria-label")).toBe("Why am I seeing this?");
  const click = new MouseEvent("click", { bubbles: true, cancelable: true, composed: true });
  button.dispatchEvent(click);
  expect(click.defaultPrevented).toBe(true);
  expect(gone).not.toHaveBeenCalled();
  why.remove();
  expect(gone).toHaveBeenCalledTimes(1);
  expect(open).toHaveBeenCalledWith(slot, why);
});

test("a page that takes it out again and again keeps it out", () => {
  const put = createWhy(window, ports());
  const slot = slotOf("<section data-heim-slot=a><p>A</p></section>");
  let times = 0;
  for (let i = 0; i < 20; i++) {
    put(slot, "");
    const why = slot.querySelector("heim-why");
    if (why) times++;
    why?.remove();
  }
  expect(times).toBe(4);
});

test.each([
  ["below its end", { bottom: 100, right: 900 }, { width: 400, height: 300 }, "108px auto auto 500px"],
  [
    "within the window's foot",
    { bottom: 700, right: 900 },
    { width: 400, height: 300 },
    "492px auto auto 500px",
  ],
  ["within its side", { bottom: 100, right: 200 }, { width: 400, height: 300 }, "108px auto auto 8px"],
  [
    "at the top of a low one",
    { bottom: 100, right: 900 },
    { width: 400, height: 900 },
    "8px auto auto 500px",
  ],
])("the answer stands %s", (_, opener, box, inset) => {
  expect(besideRule(opener, box, { innerWidth: 1000, innerHeight: 800 })).toContain(`inset:${inset}}`);
});
