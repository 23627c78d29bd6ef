// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { build } from "./build.test-helper.js";
import { explainFaults, readSlot, show } from "./index.js";
import { hero, ignored, shownIn, visible } from "./show.test-helper.js";

afterEach(() => document.body.replaceChildren());

test("the variant takes the default's place, marked; revert puts back the very nodes", () => {
  const markup = hero("<p>Boots</p>");
  const before = [...markup.element.childNodes];
  const shown = shownIn(markup);
  expect(visible(markup)).toBe("Boots");
  expect(markup.element.dataset["heimActive"]).toBe("hiking");
  shown.revert();
  expect([...markup.element.childNodes]).toEqual(before);
  expect(markup.element.dataset["heimActive"]).toBeUndefined();
});

test("reverting twice is harmless, and another variant can be shown after it", () => {
  const markup = hero("Boots");
  const shown = shownIn(markup);
  shown.revert();
  const empty = show(markup, "none", ignored)!;
  shown.revert();
  expect(visible(markup)).toBe("");
  empty.revert();
  expect(visible(markup)).toContain("Default");
});

test("the templates stay, so the slot can be read again while a variant is shown", () => {
  const markup = hero("Boots");
  shownIn(markup);
  expect(readSlot(markup.element, vi.fn())?.variants).toHaveLength(2);
  shownIn(hero("again"));
});

test("a variant that is not there is not shown", () => {
  const markup = hero("Boots");
  expect(show(markup, "peru", ignored)).toBeUndefined();
  expect(markup.element.dataset["heimActive"]).toBeUndefined();
});

test.each([
  [`<script>window.ran = 1</script><p>x</p>`, "<script>"],
  [`<img src="x.png" onerror="window.ran = 1">`, "onerror"],
  [`<a href="java\nscript:window.ran=1">x</a>`, "href"],
  [`<a href=" JavaScript:window.ran=1">x</a>`, "href"],
  [`<form action="javascript:1"><button formaction="javascript:2">x</button></form>`, "action"],
  [`<div srcdoc="&lt;script>parent.ran=1&lt;/script>"></div>`, "srcdoc"], // an iframe's; the test's DOM loads none
  [
    `<svg><a xlink:href="javascript:1"><animate attributeName="href" values="#;javascript:1"/></a></svg>`,
    "values",
  ],
])("code in a variant is taken out, reported once, and explained: %s", (variant, what) => {
  const fault = vi.fn();
  const markup = hero(variant);
  const [template] = markup.element.querySelectorAll("template");
  shownIn(markup, { fault });
  const all = [...markup.element.querySelectorAll("*")].filter(({ localName }) => localName !== "template");
  expect(all.map(({ localName }) => localName)).not.toContain("script");
  const left = all.flatMap((element) =>
    element.getAttributeNames().map((name) => [name, element.getAttribute(name)]),
  );
  expect(
    left.filter(([name, value]) => /^on|srcdoc/.test(name!) || /javascript/i.test(value!.replace(/\s/g, ""))),
  ).toEqual([]);
  expect(fault.mock.calls).toEqual([[template]]);
  const warn = vi.fn();
  explainFaults(template!, warn);
  expect(warn.mock.calls.map(([message]) => message as string).join()).toContain(`${what} removed`);
});

test("harmless content is left as it is", () => {
  const fault = vi.fn();
  const markup = hero(
    `<img src="js.png" alt="JavaScript: the book" data-once="1"><a href="/on?x=javascript">x</a>`,
  );
  shownIn(markup, { fault });
  expect(fault).not.toHaveBeenCalled();
  expect(markup.element.querySelector("img")?.alt).toBe("JavaScript: the book");
});

test("the focus stays in the slot", () => {
  const markup = hero(`<p>Boots</p><button id="buy">Buy</button>`);
  const link = markup.element.querySelector("a")!;
  link.focus();
  const shown = shownIn(markup);
  expect(document.activeElement?.id).toBe("buy");
  shown.revert();
  expect(document.activeElement).toBe(link);
});

test("a focus elsewhere is left alone", () => {
  const button = build("<button>elsewhere</button>");
  const markup = hero(`<button>Buy</button>`);
  button.focus();
  shownIn(markup);
  expect(document.activeElement).toBe(button);
});

test("in a shadow root too the focus stays in the slot", () => {
  const host = build("<div></div>");
  const root = host.attachShadow({ mode: "open" });
  const markup = hero("<button>Buy</button>");
  root.append(markup.element);
  markup.element.querySelector("a")!.focus();
  expect(root.activeElement).toBe(markup.element.querySelector("a"));
  shownIn(markup);
  expect(root.activeElement).toBe(markup.element.querySelector("button"));
});
