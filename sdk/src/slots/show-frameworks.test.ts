// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { build } from "./build.test-helper.js";
import { readSlot, type SlotMarkup } from "./index.js";
import { hero, shownIn, visible } from "./show.test-helper.js";

afterEach(() => document.body.replaceChildren());

/** Mutation observers report in a microtask. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

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
  expect(markup.element.dataset["heimActive"]).toBeUndefined();
  rerender(markup, "and again");
  await settled();
  shown.revert();
  expect(visible(markup)).toBe("and again");
  expect(markup.element.dataset["heimActive"]).toBeUndefined();
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
  await settled();
  expect(markup.element.dataset["heimActive"]).toBeUndefined();
  expect(document.activeElement).toBe(input);
});

test("what the page adds to a variant is no conflict", async () => {
  const markup = hero("Boots");
  shownIn(markup);
  markup.element.append("!");
  await settled();
  expect(visible(markup).replace(/\s/g, "")).toBe("Boots!");
  expect(markup.element.dataset["heimActive"]).toBe("hiking");
});

test("what the page has added to a variant goes with it", () => {
  const markup = hero("Boots");
  const shown = shownIn(markup);
  markup.element.append("!");
  shown.revert();
  expect(visible(markup)).not.toContain("!");
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

test("a framework may go on changing its default where it is kept: revert shows what has become of it", () => {
  const markup = hero("Boots");
  const title = markup.element.querySelector("h2")!;
  const shown = shownIn(markup);
  const sale = document.createElement("p");
  sale.append("Sale");
  // As Vue does: what takes a node's place is put into the parent that the node has.
  title.parentNode!.insertBefore(sale, title);
  title.remove();
  expect(visible(markup)).toBe("Boots");
  shown.revert();
  expect(markup.element.innerHTML.trim()).toMatch(/^<p>Sale<.p><a/);
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
    expect(element.dataset["heimActive"]).toBeUndefined();
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
  expect(markup.element.dataset["heimActive"]).toBeUndefined();
});
