import fc from "fast-check";
import { expect, test } from "vitest";
import { safeRegExp } from "./safe-regexp.js";

/** Milliseconds this process has computed: a busy machine makes nothing look slow. */
const cpuTime = (): number => process.cpuUsage().user / 1000;

test.each([
  "^/hiking/",
  "-12-25$",
  "(Mobile|Tablet)",
  "(?:red|blue) shoes?",
  "^/(de|en)/.*/.*-boots",
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`^v\d+\.\d+\.\d+$`,
  "[(?=)+]*x",
  String.raw`\(?x\)?`,
  "(ab)?(c|d)?",
  "^(?:de|at|ch|fr|it|es|nl|be|lu|dk|se|no|fi|pl|cz|hu)$",
  "^(a+)?$",
  "a*?b",
  "",
])("accepts %s", (pattern) => {
  expect(safeRegExp(pattern)).toBeDefined();
});

test.each([
  "(a+)+",
  "(a*)*b",
  "(a|a)*",
  "(a|ab){20}",
  "(?:a?){30}",
  "((ab)*)*",
  "(ab)*",
  "(ab){2}",
  "(.*)(.*)(.*)(.*)x",
  ".*.*.*x",
  "^a|.*.*.*x",
  "a?".repeat(30) + "a".repeat(30),
  "(a|a)".repeat(30),
  "(a|a)?".repeat(30),
  String.raw`(a)\1`,
  "(?=a)a",
  "(?!a)b",
  "(?<=a)b",
  "(?<n>a)",
  "a".repeat(201),
  "(",
  ")",
  "[",
  "*",
  "/???***[)",
])("refuses %s", (pattern) => {
  expect(safeRegExp(pattern)).toBeUndefined();
});

test.each([5, null, undefined, ["a"], {}])("refuses %j, which is no text", (pattern) => {
  expect(safeRegExp(pattern)).toBeUndefined();
});

test("matches as RegExp does", () => {
  expect(safeRegExp("^hi")!("hike")).toBe(true);
  expect(safeRegExp("^hi")!("Hike")).toBe(false);
  expect(safeRegExp("^hi", "i")!("Hike")).toBe(true);
});

test("a subject over 500 characters does not match", () => {
  const matches = safeRegExp("a")!;
  expect(matches("a".repeat(500))).toBe(true);
  expect(matches("a".repeat(501))).toBe(false);
});

test("whatever is accepted answers soon, even on subjects made to hurt", () => {
  const piece = fc.constantFrom(
    "a",
    "b",
    "[ab]",
    ".",
    "a?",
    "a*",
    "a+",
    "(a|a)",
    "(a*)",
    "(aa)*",
    "(a|b)?",
    "|",
    "^",
    "$",
  );
  const pattern = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(pattern, fc.constantFrom("a".repeat(499) + "c", "ab".repeat(250)), (text, subject) => {
      const matches = safeRegExp(text);
      const start = cpuTime();
      matches?.(subject);
      expect(cpuTime() - start).toBeLessThan(3000);
    }),
    { numRuns: 300 },
  );
});

test("the dearest accepted patterns answer soon", () => {
  for (const pattern of [
    ".*.*x",
    "^.*.*.*x",
    "a+a+b",
    "^" + "(a|a)".repeat(17) + "x",
    "a?".repeat(16) + "x",
  ]) {
    const matches = safeRegExp(pattern)!;
    const start = cpuTime();
    expect(matches("a".repeat(500))).toBe(false);
    expect([pattern, cpuTime() - start < 3000]).toEqual([pattern, true]);
  }
});
