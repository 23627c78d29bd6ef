// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { build } from "./build.test-helper.js";
import { explainFaults, readSlot, show, type ShowOptions, type Shown, type SlotMarkup } from "./index.js";

afterEach(() => document.body.replaceChildren());

const hero = (variant: string): SlotMarkup =>
  readSlot(
    build(`<section data-heim-slot="hero"><h2>Default</h2><a href="/all">All</a>
      <template data-heim-variant="hiking">${variant}</template><template data-heim-variant="none"></template></section>`),
    vi.fn(),
  )!;
const shownIn = (markup: SlotMarkup, options?: ShowOptions): Shown => show(markup, "hiking", options)!;
const visible = ({ element }: SlotMarkup): string => element.textContent.trim();
/** Mutation observers report in a microtask. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("the variant takes the default's place, marked; revert puts back the very nodes", () => {
  const markup = hero("<p>Boots</p>");
  const before = [...markup.element.childNodes];
  const shown = shownIn(markup);
  expect(visible(markup)).toBe("Boots");
  expect(markup.element.dataset).toMatchObject({ heimState: "personalized", heimActive: "hiking" });
  shown.revert();
  expect([...markup.element.childNodes]).toEqual(before);
  expect(markup.element.dataset["heimState"]).toBe("default");
  expect(markup.element.dataset["heimActive"]).toBeUndefined();
});

test("reverting twice is harmless, and another variant can be shown after it", () => {
  const markup = hero("Boots");
  const shown = shownIn(markup);
  shown.revert();
  const empty = show(markup, "none")!;
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
  expect(show(markup, "peru")).toBeUndefined();
  expect(markup.element.dataset["heimState"]).toBeUndefined();
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

const rerender = ({ element }: SlotMarkup, text: string): void => {
  const heading = document.createElement("h2");
  heading.append(text);
  element.replaceChildren(heading);
};

test("a framework that reverts once gets the variant again, one that reverts twice gets its slot", async () => {
  const markup = hero("Boots");
  const onConflict = vi.fn();
  const shown = shownIn(markup, { onConflict });
  rerender(markup, "hydrated");
  await settled();
  expect(visible(markup)).toBe("Boots");
  expect(onConflict).not.toHaveBeenCalled();
  rerender(markup, "hydrated again");
  await settled();
  expect(visible(markup)).toBe("hydrated again");
  expect(markup.element.dataset["heimState"]).toBe("conflict");
  expect(markup.element.dataset["heimActive"]).toBeUndefined();
  rerender(markup, "and again");
  await settled();
  shown.revert();
  expect(visible(markup)).toBe("and again");
  expect(markup.element.dataset["heimState"]).toBe("conflict");
  expect(onConflict).toHaveBeenCalledTimes(1);
});

test("default nodes that come back beside the variant are a revert, too; nothing is shown twice", async () => {
  const markup = hero("Boots");
  const heading = markup.element.querySelector("h2")!;
  shownIn(markup);
  markup.element.append(heading);
  await settled();
  expect(visible(markup)).toBe("Boots");
  markup.element.append(heading);
  await settled();
  expect(visible(markup)).toBe("Default");
});

test("after one re-render, revert puts back what the framework rendered last", async () => {
  const markup = hero("Boots");
  const shown = shownIn(markup);
  rerender(markup, "hydrated");
  await settled();
  shown.revert();
  await settled();
  expect(visible(markup)).toBe("hydrated");
});

test("in a conflict the page's own nodes are not touched, nor a focus in them", async () => {
  const markup = hero("Boots");
  shownIn(markup);
  rerender(markup, "hydrated");
  await settled();
  const input = document.createElement("input");
  markup.element.replaceChildren(document.createElement("button"), input);
  input.focus();
  const moved = vi.spyOn(markup.element, "replaceChildren");
  await settled();
  expect(moved).not.toHaveBeenCalled();
  expect(markup.element.dataset["heimState"]).toBe("conflict");
  expect(document.activeElement).toBe(input);
});

test("what the page adds to a variant is no conflict", async () => {
  const markup = hero("Boots");
  shownIn(markup);
  markup.element.append("!");
  await settled();
  expect(visible(markup).replace(/\s/g, "")).toBe("Boots!");
  expect(markup.element.dataset["heimState"]).toBe("personalized");
});

test("comments, by which a framework finds its places, stay, with the variant between them", () => {
  const element = build(`<section data-heim-slot="hero"><!--[--><h2>Default</h2><!--]-->
    <template data-heim-variant="hiking"><p>Boots</p></template></section>`);
  const shown = shownIn(readSlot(element, vi.fn())!);
  expect([...element.childNodes].map(({ nodeName }) => nodeName)).toEqual([
    "#comment",
    "P",
    "#comment",
    "TEMPLATE",
  ]);
  shown.revert();
  expect(element.children[0]?.textContent).toBe("Default");
});

test.each(["removeChild", "insertBefore"] as const)(
  "a framework that changes its default by %s gets its slot first, and nothing is thrown",
  (method) => {
    const markup = hero("<p>Boots</p>");
    const { element } = markup;
    const title = element.querySelector("h2")!;
    const onConflict = vi.fn();
    shownIn(markup, { onConflict });
    if (method === "removeChild") element.removeChild(title);
    else element.insertBefore(document.createElement("i"), title);
    expect(onConflict).toHaveBeenCalledTimes(1);
    expect(element.dataset["heimState"]).toBe("conflict");
    expect(element.querySelector("p")).toBeNull();
    expect(element.querySelectorAll("i").length).toBe(method === "insertBefore" ? 1 : 0);
    expect(element.contains(title)).toBe(method === "insertBefore");
  },
);

test("a node that is in its place can be taken out as ever", () => {
  const markup = hero("<p>Boots</p><i>New</i>");
  const onConflict = vi.fn();
  shownIn(markup, { onConflict });
  const { element } = markup;
  element.insertBefore(document.createElement("b"), null);
  element.removeChild(element.querySelector("template")!);
  expect(onConflict).not.toHaveBeenCalled();
  expect(element.querySelector("b")).not.toBeNull();
});

test("once the slot is the page's again, its own mistakes are its own", () => {
  const markup = hero("<p>Boots</p>");
  const onConflict = vi.fn();
  shownIn(markup, { onConflict }).revert();
  expect(() => markup.element.removeChild(document.body)).toThrow();
  expect(onConflict).not.toHaveBeenCalled();
  expect(markup.element.dataset["heimState"]).toBe("default");
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
