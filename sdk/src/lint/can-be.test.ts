import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, parse } from "../audiences/index.js";
import { canBe } from "./can-be.js";

const one = (text: string): boolean => canBe([parse(text)]);
const other = (text: string): boolean => canBe([], [parse(text)]);

test.each([
  "interest.a > 0.5 and interest.a < 0.2",
  "interest.a > 1",
  "interest.a < 0",
  "visit.pages < 0",
  "visit.pages > 2 and visit.pages < 3",
  "time.weekday = monday",
  "time.weekday in (0, 8)",
  "time.hour >= 24",
  "device.mobile = yes",
  "device.mobile and not device.mobile",
  "top = a and top = b",
  "top in (a, b) and not top in (b, a, c)",
  "bought.a and not bought.a",
  "bought.a < 10 and bought.a > 20 and visit.count = 1",
  "(interest.a > 0.5 or visit.count = 1) and interest.a < 0.5 and visit.count > 1",
  "page.topics = hiking",
  "declared.size > 40 and declared.size < 39",
  'page.path ~ "^/sale" and not page.path ~ "^/sale"',
  '{"visit.count": {"$gt": 3, "$lt": 2}}',
  '{"$nor": [{"interest.a": {"$gte": 0.5}}, {"interest.a": {"$lt": 0.5}}]}',
])("%s can never be", (text) => {
  expect(one(text)).toBe(false);
});

test.each([
  "interest.a >= 0",
  "interest.a < 0.5 or interest.a >= 0.2",
  "time.hour <= 23",
  "time.weekday != monday",
  "bought.a or not bought.a",
  "visit.pages < 5 or visit.pages > 3",
  "{}",
])("%s is always so", (text) => {
  expect(other(text)).toBe(false);
});

test.each([
  "interest.a < 0.2",
  "interest.a >= 1",
  "interest.a = 0",
  "bought.a >= 0",
  "bought.a <= 30",
  "visit.pages > 2 and visit.pages < 4",
  "time.hour >= 22 or time.hour < 6",
  "top = a and top2 = b",
  "persona != hiker",
  "page.topics in (a) and page.topics in (b)",
  'page.path ~ "^/a" and page.path ~ "b$"',
  'declared.size > "a" and declared.size < "b"',
  'device.language ~ "^de"',
  "unheard.of > 3 and unheard.of < 2",
  '{"declared.size": {"$type": "array"}}',
  '{"page.topics": {"$elemMatch": {"$eq": "a"}}}',
  '{"visit.count": 1}',
  '{"page.topics": "hiking"}',
])("%s may or may not be", (text) => {
  expect([one(text), other(text)]).toEqual([true, true]);
});

test("of one condition and others, whether it can be without them", () => {
  const [weak, strong] = [parse("interest.a >= 0.2"), parse("interest.a >= 0.4 and visit.count > 1")];
  expect(canBe([strong], [weak])).toBe(false);
  expect(canBe([weak], [strong])).toBe(true);
  expect(canBe([parse("visit.count > 1")], [parse("visit.count > 5"), parse("visit.count < 6")])).toBe(false);
});

test("what is too large counts as possible, and soon", () => {
  const wide = (parts: number): string =>
    Array.from({ length: parts }, (_, at) => `(interest.a${at} > 0.5 or bought.b${at})`).join(" and ");
  for (const parts of [30, 70]) expect(one(`visit.pages < 0 and ${wide(parts)}`)).toBe(parts === 70);
});

describe("agreement with the evaluator", () => {
  const comparison = fc
    .tuple(
      fc.constantFrom(
        "interest.a",
        "bought.a",
        "visit.pages",
        "time.hour",
        "declared.x",
        "device.mobile",
        "top",
      ),
      fc.constantFrom("=", "!=", "<", "<=", ">", ">="),
      fc.constantFrom("0", "0.5", "1", "2", "7", "24", "a", "true"),
    )
    .map((parts) => parts.join(" "));
  const { text } = fc.letrec<{ text: string }>((tie) => ({
    text: fc.oneof(
      { maxDepth: 4 },
      comparison,
      fc.tuple(tie("text"), fc.constantFrom("and", "or"), tie("text")).map((parts) => `(${parts.join(" ")})`),
      tie("text").map((part) => `not (${part})`),
    ),
  }));
  const number = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));
  const facts = fc.record({
    interest: fc.record({ a: number }, { requiredKeys: [] }),
    bought: fc.record({ a: fc.nat(30) }, { requiredKeys: [] }),
    visit: fc.record({ pages: fc.nat(30) }),
    time: fc.record({ hour: fc.nat(23) }),
    declared: fc.record({ x: fc.oneof(fc.string(), fc.nat(30), fc.boolean()) }, { requiredKeys: [] }),
    device: fc.record({ mobile: fc.boolean() }),
    top: fc.option(fc.constantFrom("a", "b", ""), { nil: undefined }),
  });

  test("what some facts meet can be, what they do not meet is not always so", () => {
    fc.assert(
      fc.property(text, facts, (source, known) => {
        const condition = parse(source);
        expect(compile(condition)(known) ? canBe([condition]) : canBe([], [condition])).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
