// @vitest-environment happy-dom
import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePage } from "../check/html.js";
import { build } from "../slots/build.test-helper.js";
import { cleanVariant } from "../slots/clean-variant.js";
import { findParts } from "../slots/find-parts.js";
import { readSlot } from "../slots/read-slot.js";
import { schema } from "../slots/schema.js";
import { goalsIn, lintPage, rules, type Markup } from "./index.js";
import { a, lint, manifest, slot } from "../check/lint.test-helper.js";

test("goals are measured on slots and reached elsewhere", () => {
  const goals = parsePage(
    `<div data-heim-slot="x" data-heim-goal="list">${a}</div><div data-heim-slot="y" data-heim-goal="checkout"></div>
     <form data-heim-goal="signup"></form><p data-heim-ignore data-heim-goal="gone"></p>`,
  ).map(goalsIn);
  expect(goals).toMatchObject([{ measured: [["list", { rule: "unreached-goal" }]], reached: ["signup"] }]);
});

test("code is what is taken out of a variant", () => {
  const attributes = [
    ...[
      'onclick="x()"',
      'href="java&#10;script:x()"',
      'src="/a.png"',
      'srcdoc="x"',
      'formaction=" javascript:x"',
    ],
    ...[
      'to="#a;javascript:x"',
      'data="javascript:x"',
      'title="javascript:x"',
      'ONLOAD="x"',
      'only="x"',
      'xlink:href="JavaScript:x"',
    ],
  ];
  for (const attribute of attributes) {
    const html = `<template data-heim-variant="a"><a ${attribute}></a></template>`;
    const template = build(html) as HTMLTemplateElement;
    const found = lint(slot("", html)).filter(({ rule }) => rule === "code-in-variant");
    expect(found).toHaveLength(cleanVariant(template.content).length);
  }
});

test("no markup makes it throw, and what the script cannot read is an error", () => {
  const name = fc.constantFrom(
    ...Object.values(schema),
    "data-hiem-slot",
    "data-heim-constructor",
    "constructor",
    "class",
    "on",
    "heim-slot",
  );
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "a",
      "test",
      "3/day",
      "interest.a > 2",
      "__proto__",
      "heim-slot--A b",
      "hiking:",
      "{}",
      "1e9",
    ),
  );
  const tree: fc.Arbitrary<Markup> = fc.letrec<{ node: Markup }>((tie) => ({
    node: fc.record({
      tag: fc.constantFrom("div", "template", "form", "img", "script"),
      attributes: fc.uniqueArray(fc.record({ name, value }), { maxLength: 5, selector: (one) => one.name }),
      children: fc.oneof(
        { maxDepth: 4, depthIdentifier: "tree" },
        fc.constant([]),
        fc.array(tie("node"), { maxLength: 3 }),
      ),
    }),
  })).node;
  fc.assert(
    fc.property(tree, fc.jsonValue(), (root, anything) => {
      for (const given of [anything, manifest]) {
        for (const { rule, severity } of lintPage(root, { manifest: given }))
          expect(rules[rule]).toBe(severity);
      }
      const element = document.createElement("div");
      for (const { name, value } of root.attributes) element.setAttribute(name, value);
      const faults: unknown[] = [];
      for (const part of findParts(element)) readSlot(part, (at) => faults.push(at));
      if (faults.length > 0 && root.tag === "div")
        expect(lintPage({ ...root, children: [] }).map(({ severity }) => severity)).toContain("error");
    }),
    { numRuns: 1000 },
  );
});
