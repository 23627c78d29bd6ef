// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { plainLanguage } from "../audiences/index.js";
import { readSlot } from "../slots/index.js";
import { build } from "../slots/build.test-helper.js";
import { literate } from "./more.test-helper.js";
import { specOf } from "./slot-spec.js";

afterEach(() => document.body.replaceChildren());

const spec = (variants: string, fault = vi.fn()) =>
  specOf(readSlot(build(`<div data-heim-slot="hero" data-heim-holdout="10">x${variants}</div>`), vi.fn())!, {
    ...literate,
    fault,
  })!;

test("a slot's markup in the terms of decisions, in the order of the document", () => {
  const read = spec(`<template data-heim-variant="a" data-heim-when="interest.hiking > 0.5"></template>
    <template data-heim-variant="b" data-heim-weight="20"></template>`);
  expect(read).toMatchObject({ name: "hero", choose: "first", holdout: 10 });
  expect(read.variants.map(({ name, weight }) => [name, weight])).toEqual([
    ["a", undefined],
    ["b", 20],
  ]);
  const [a, b] = read.variants;
  expect(a?.when?.({ interest: { hiking: 0.6 } })).toBe(true);
  expect(a?.when?.({ interest: { hiking: 0.5 } })).toBe(false);
  expect(b?.when).toBeUndefined();
});

test("a variant is about its own topics and those of its condition, so that rest and mute hold for both", () => {
  const [variant] = spec(
    `<template data-heim-variant="a" data-heim-topics="sale" data-heim-when="interest.hiking > 0 and not interest.golf"></template>`,
  ).variants;
  expect(variant?.topics).toEqual(["sale", "hiking"]);
});

test("a condition may be JSON", () => {
  const [variant] = spec(
    `<template data-heim-variant="a" data-heim-when='{"top":"hiking"}'></template>`,
  ).variants;
  expect(variant?.when?.({ top: "hiking" })).toBe(true);
  expect(variant?.when?.({ top: "golf" })).toBe(false);
});

test.each(["interest.hiking >", "{broken", ""])(
  "a condition that cannot be read (%j) never makes its variant eligible",
  (when) => {
    const fault = vi.fn();
    const read = spec(
      `<template data-heim-variant="a" data-heim-when='${when}'></template><template data-heim-variant="b"></template>`,
      fault,
    );
    expect(read.variants.map(({ name }) => name)).toEqual(["b"]);
    if (when) expect(fault.mock.calls).toEqual([[document.querySelector("template")]]);
  },
);

test("a slot of which one condition cannot be read yet waits as a whole", () => {
  const element = build(`<div data-heim-slot="hero"><template data-heim-variant="a"></template>
    <template data-heim-variant="b" data-heim-when="page.path ~ sale"></template></div>`);
  const markup = readSlot(element, vi.fn())!;
  const fault = vi.fn();
  expect(specOf(markup, { language: plainLanguage, fault })).toBeUndefined();
  expect(specOf(markup, { ...literate, fault })?.variants).toHaveLength(2);
  expect(fault).not.toHaveBeenCalled();
});
