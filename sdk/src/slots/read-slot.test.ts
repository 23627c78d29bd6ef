// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { build } from "./build.test-helper.js";
import { attributes, fill } from "./attributes.test-helper.js";
import { explainFaults, readSlot, schema, warnOnce, type SlotMarkup } from "./index.js";
import { readTexts } from "./read-texts.js";

afterEach(() => document.body.replaceChildren());

const explain = (element: Element): string[] => {
  const warnings: string[] = [];
  explainFaults(element, (message, about) => {
    expect(about).toBe(element);
    warnings.push(message);
  });
  return warnings;
};
const read = (html: string): { slot: SlotMarkup | undefined; warnings: string[]; about: Element[] } => {
  const about: Element[] = [];
  const slot = readSlot(build(html), (at) => about.push(at));
  return { slot, warnings: about.flatMap(explain), about };
};
const withVariant = (attributes: string, slot = ""): string =>
  `<section data-heim-slot="hero" ${slot}><h2>Default</h2><template data-heim-variant="a" ${attributes}>A</template></section>`;

test("reads every attribute of a slot and of its variants, in the order of the page", () => {
  const { slot, warnings } = read(`
    <section data-heim-slot="home-hero" data-heim-goal="checkout" data-heim-holdout="10" data-heim-choose="test"
      data-heim-wait="350" data-heim-cap="3/day"><h2>Default</h2>
      <template data-heim-variant="hiking" data-heim-when="interest.hiking >= 0.4" data-heim-weight="70"
        data-heim-cap="1/visit" data-heim-topics="hiking trail:2.5"></template>
      <div><template data-heim-variant="peru"></template></div></section>`);
  expect(warnings).toEqual([]);
  expect(slot).toMatchObject({
    name: "home-hero",
    goal: "checkout",
    holdout: 10,
    choose: "test",
    cap: { count: 3, per: "day" },
    variants: [
      {
        name: "hiking",
        when: "interest.hiking >= 0.4",
        weight: 70,
        cap: { count: 1, per: "visit" },
        topics: ["hiking", "trail"],
      },
      { name: "peru", topics: [] },
    ],
  });
});

test("a bare slot has the defaults, and nothing that was not written", () => {
  const { slot } = read(withVariant(""));
  expect(slot).toMatchObject({ choose: "first", holdout: 0 });
  expect([slot!.cap, slot!.goal]).toEqual([undefined, undefined]);
  const [variant] = slot!.variants;
  expect(variant).toEqual({ name: "a", topics: [], template: slot!.element.querySelector("template") });
});

test("the class alias names a slot", () => {
  expect(read(`<div class="wide heim-slot--home-hero"></div>`).slot?.name).toBe("home-hero");
});

test.each([
  [
    withVariant(`data-heim-wehn="x"`),
    `<template> "data-heim-wehn", position 11: did you mean "data-heim-when"?`,
  ],
  [
    withVariant(`data-hiem-when="x"`),
    `<template> "data-hiem-when", position 6: did you mean "data-heim-when"?`,
  ],
  [
    withVariant(`data-heim-cap="3/dya"`),
    `<template> data-heim-cap="3/dya", position 3: did you mean "3/day"?`,
  ],
  [withVariant(`data-heim-cap="often"`), `<template> data-heim-cap="often", position 0: did you mean "1/`],
  [
    withVariant(`data-heim-weight="50%"`),
    `<template> data-heim-weight="50%", position 2: did you mean "50"?`,
  ],
  [
    withVariant(`data-heim-topics="a b:x"`),
    `<template> data-heim-topics="a b:x", position 3: did you mean "a b"?`,
  ],
])("%s: the variant is left out and the fault named", (html, message) => {
  const { slot, warnings, about } = read(html);
  expect(slot?.variants).toEqual([]);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(message);
  expect(about.map(({ localName }) => localName)).toEqual(["template"]);
});

test.each([
  [`data-heim-holdout="110"`, `data-heim-holdout="110", position 1: did you mean "100"?`],
  [`data-heim-holdout="-5"`, `data-heim-holdout="-5", position 0: did you mean "5"?`],
  [`data-heim-choose="tset"`, `data-heim-choose="tset", position 1: did you mean "test"?`],
  [`data-heim-goal="Check Out"`, `data-heim-goal="Check Out", position 0: did you mean "check-out"?`],
  [`data-heim-hodlout="10"`, `"data-heim-hodlout", position 12: did you mean "data-heim-holdout"?`],
])("%s: the slot keeps its default content", (attribute, message) => {
  const { slot, warnings } = read(withVariant("", attribute));
  expect(slot?.variants).toEqual([]);
  expect(warnings).toEqual([`<section> ${message}`]);
});

test("a slot without a proper name is no slot, and its kebab name is proposed", () => {
  const { slot, warnings } = read(`<section data-heim-slot="Home_Hero"></section>`);
  expect(slot).toBeUndefined();
  expect(warnings[0]).toContain(`position 0: did you mean "home-hero"?`);
});

test("one faulty variant does not take the others with it; a name used twice counts once", () => {
  const { slot, warnings } = read(`<section data-heim-slot="s"><template data-heim-variant="A b"></template>
    <template data-heim-variant="c"></template><template data-heim-variant="c" data-heim-when="x"></template></section>`);
  expect(slot?.variants.map(({ name, when }) => [name, when])).toEqual([["c", undefined]]);
  expect(warnings).toHaveLength(2);
});

test("templates of an inner slot, templates of components and ignored ones are not variants", () => {
  const { slot, warnings } = read(`<section data-heim-slot="outer"><template>plain</template>
    <div data-heim-slot="inner"><template data-heim-variant="x"></template></div>
    <div data-heim-ignore><template data-heim-variant="y"></template></div>
    <template data-heim-variant="z"></template></section>`);
  expect(slot?.variants.map(({ name }) => name)).toEqual(["z"]);
  expect(warnings).toEqual([]);
});

test("a fault is told once, however often the page is read", () => {
  const log = vi.fn();
  const warn = warnOnce(log);
  const element = build(withVariant(`data-heim-cap="x"`, `data-heim-wait="soon"`));
  for (let i = 0; i < 3; i++)
    readSlot(element, (at) => {
      explainFaults(at, warn);
    });
  expect(log).toHaveBeenCalledTimes(1); // the slot's own fault: its variants are not looked at
  warn("without an element");
  warn("without an element");
  expect(log).toHaveBeenCalledTimes(3);
});

test("an element is reported once, and every fault of it explained", () => {
  const { about, warnings } = read(
    withVariant("", `data-heim-wait="soon" data-heim-x data-heim-holdout="-1"`),
  );
  expect(about.map(({ localName }) => localName)).toEqual(["section"]);
  expect(warnings).toHaveLength(3);
});

test("a class alias with an improper name is a fault", () => {
  const { slot, warnings } = read(`<div class="wide heim-slot--Home_Hero x"></div>`);
  expect(slot).toBeUndefined();
  expect(warnings).toEqual([`<div> data-heim-slot="Home_Hero", position 0: did you mean "home-hero"?`]);
});

const sound: Partial<Record<string, string>> = {
  [schema.cap]: "1/day",
  [schema.choose]: "best",
  [schema.rank]: "interest",
  [schema.text]: "declared.name",
};

test("every name of the schema is known, and no other", () => {
  for (const name of Object.values(schema)) {
    const element = document.createElement("p");
    element.setAttribute(name, sound[name] ?? "1");
    expect(readTexts(element).wrong).toBeUndefined();
    element.setAttribute(`${name}s`, "1");
    expect(readTexts(element).wrong).toBe(`${name}s`);
  }
  for (const name of ["data-heim-constructor", "data-heim-__proto__", "data-heim-"]) {
    const element = document.createElement("p");
    element.setAttribute(name, "1");
    expect(readTexts(element).wrong).toBe(name);
  }
});

test("names that are not ours are none of our business", () => {
  expect(read(withVariant(`data-heimat="x" data-hm-when="y" aria-label="z"`)).warnings).toEqual([]);
});

test("any text in any attribute: never a throw, and what is accepted is in range", () => {
  fc.assert(
    fc.property(attributes, attributes, (onSlot, onVariant) => {
      const element = document.createElement("section");
      const template = document.createElement("template");
      element.append(template);
      element.setAttribute(schema.slot, "s");
      fill(element, onSlot);
      fill(template, onVariant);
      const fault = vi.fn();
      const slot = readSlot(element, fault);
      if (!slot) expect(fault).toHaveBeenCalled();
      if (!slot) return;
      expect(slot.name).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/);
      expect(slot.holdout).toBeGreaterThanOrEqual(0);
      expect(slot.holdout).toBeLessThanOrEqual(100);
      expect(["first", "test", "best"]).toContain(slot.choose);
      for (const { cap, weight = 0 } of [
        slot as { cap?: SlotMarkup["cap"]; weight?: number | undefined },
        ...slot.variants,
      ]) {
        if (cap) expect(cap.count).toBeGreaterThan(0);
        if (cap) expect(["visit", "day", "week"]).toContain(cap.per);
        expect(weight).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 100 },
  );
});
