import { expect, test } from "vitest";
import { csvField } from "./csv-field.js";

test.each(["=1+1", "+1", "-cmd", "@x", "\t=1", "＝1"])("a spreadsheet does not run %j", (name) => {
  expect(csvField(name)).toBe(`'${name}`);
});

test.each([
  [-0.5, "-0.5"],
  [0, "0"],
  [undefined, ""],
  ["", ""],
  ["a-b", "a-b"],
  ['a "b", c', '"a ""b"", c"'],
  ["two\nlines", '"two\nlines"'],
  ["\r=1", `"'\r=1"`],
])("%j is written %j", (value, field) => {
  expect(csvField(value)).toBe(field);
});
