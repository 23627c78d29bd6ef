import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPage } from "./check-page.js";
import type { Problem } from "./problem.js";

const check = (text: string): readonly Problem[] => checkPage({ file: "a.html", text }, {}).problems;
const when = (quoted: string): string =>
  `<div data-heim-slot="a">\n<template data-heim-variant="b" data-heim-when=${quoted}></template></div>`;

test.each<[string, number]>([
  ['"visit.count = 1 and weekday = 1"', 69],
  ["'visit.count = 1 and weekday = 1'", 69],
  ["weekday", 48],
  ['"visit.count &gt; 1 and weekday = 1"', 72],
  ['"visit.count &#62; 1 and weekday = 1"', 73],
  ['"visit.count &#x3E; 1 and weekday = 1"', 74],
  ['"\tvisit.count > 1 and weekday = 1"', 70],
])("in %s the fault is at column %i", (quoted, column) => {
  expect(check(when(quoted))).toMatchObject([{ line: 2, column, rule: "unknown-fact" }]);
});

test("a condition over several lines has its fault in the right one", () => {
  for (const end of ["\n", "\r\n"])
    expect(check(when(`"visit.count = 1${end}  and weekday = 1"`))).toMatchObject([{ line: 3, column: 7 }]);
});

test("no text makes it throw, and every problem is in the text", () => {
  const piece = fc.constantFrom(
    ...[
      "<div ",
      "<template ",
      "<table ",
      "<script>",
      "</template>",
      "</div>",
      ">",
      "\n",
      '"',
      "=",
      "&gt;",
      "<!--",
      "x",
    ],
    ...[
      'data-heim-slot="a"',
      "data-heim-slot",
      'data-heim-variant="b"',
      'data-heim-when="a > 1"',
      "data-heim-wehn=1 ",
    ],
    ...[
      'class="heim-slot--A b"',
      'data-heim-topics="a :b"',
      "data-heim-ignore ",
      'onclick="&lt;"',
      "<svg ",
      "<frameset ",
    ],
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(text, (source) => {
      const lines = source.split("\n");
      for (const { line, column } of check(source))
        expect(column - 1).toBeLessThanOrEqual((lines[line - 1] as string).length);
    }),
    { numRuns: 1000 },
  );
});

test("a page nested deeper than any stack is read", () => {
  expect(check(`${"<div>".repeat(20_000)}<p data-heim-tpoics=x>`)).toHaveLength(1);
});
