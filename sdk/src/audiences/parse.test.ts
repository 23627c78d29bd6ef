import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HeimspielError } from "../kernel/index.js";
import { ConditionError, evaluate, parse } from "./index.js";

const faultOf = (text: string): ConditionError => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ConditionError) return error;
    throw error;
  }
  throw new Error(`no fault in ${text}`);
};

describe("an expression becomes a condition", () => {
  test.each([
    ["interest.hiking >= 0.4", { "interest.hiking": { $gte: 0.4 } }],
    ["interest.hiking < 0.4", { "interest.hiking": { $lt: 0.4 } }],
    ["visit.count > 1", { "visit.count": { $gt: 1 } }],
    ["persona = bargain-hunter", { persona: { $eq: "bargain-hunter" } }],
    ['persona != "bargain hunter"', { persona: { $ne: "bargain hunter" } }],
    ["persona='it''s'".replace("''", '"'), { persona: { $eq: 'it"s' } }],
    ["a = ''", { a: { $eq: "" } }],
    ["device.mobile = true", { "device.mobile": { $eq: true } }],
    ["device.mobile=false", { "device.mobile": { $eq: false } }],
    ["declared.zip = 01067", { "declared.zip": { $eq: "01067" } }],
    ["declared.id = 12345678901234567890", { "declared.id": { $eq: "12345678901234567890" } }],
    ["declared.size = -0.50", { "declared.size": { $eq: -0.5 } }],
    ["channel in (email, 'paid search', 3, true)", { channel: { $in: ["email", "paid search", 3, true] } }],
    ["page.path ~ '^/hiking/'", { "page.path": { $regex: "^/hiking/" } }],
    ['a = "it\'s C:\\dir\\"', { a: { $eq: "it's C:\\dir\\" } }],
    [String.raw`page.path ~ "\d+$"`, { "page.path": { $regex: String.raw`\d+$` } }],
    ["campaign ~ 2026", { campaign: { $regex: "2026" } }],
    ["bought.boots", { "bought.boots": { $exists: true } }],
    ["persona", { persona: { $exists: true, $nin: [false, 0, ""] } }],
    ["not bought.boots", { $not: { "bought.boots": { $exists: true } } }],
    ["declared.schuhgröße > 41", { "declared.schuhgröße": { $gt: 41 } }],
    ["notable = and", { notable: { $eq: "and" } }],
    ["__proto__.x = 1", { "__proto__.x": { $eq: 1 } }],
    ["\n a\t=\n1 ", { a: { $eq: 1 } }],
  ])("%s", (text, condition) => expect(parse(text)).toEqual(condition));

  test("and binds tighter than or, parentheses tighter than both", () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => ({ [name]: { $eq: 1 } }));
    expect(parse("a=1 or b=1 and c=1")).toEqual({ $or: [a, { $and: [b, c] }] });
    expect(parse("(a=1 or b=1) and c=1")).toEqual({ $and: [{ $or: [a, b] }, c] });
    expect(parse("not (a=1 and b=1)")).toEqual({ $not: { $and: [a, b] } });
    expect(parse("a=1 or b=1 or c=1")).toEqual({ $or: [a, b, c] });
  });

  test("a fact that is absent satisfies no comparison but the negative one", () => {
    for (const text of [
      "bought.boots <= 30",
      "visit.days-since < 7",
      "time.hour >= 0",
      "a > -1",
      "campaign ~ '.*'",
      "a <= 'x'",
    ])
      expect([text, evaluate(parse(text), {})]).toEqual([text, false]);
    expect(evaluate(parse("bought.boots <= 30"), { bought: { boots: 0 } })).toBe(true);
    expect(evaluate(parse("campaign ~ '.*'"), { campaign: "" })).toBe(true);
    expect(evaluate(parse("persona != hiker"), {})).toBe(true);
    expect(evaluate(parse("interest.golf < 0.2 and cart.value < 50"), {})).toBe(true);
  });

  test("bought today is bought; an empty declaration is none", () => {
    expect(evaluate(parse("bought.boots"), { bought: { boots: 0 } })).toBe(true);
    expect(evaluate(parse("declared.size"), { declared: { size: "" } })).toBe(false);
    expect(evaluate(parse("declared.size"), { declared: { size: "L" } })).toBe(true);
  });
});

describe("JSON", () => {
  test("is taken as it stands", () => {
    const condition = { $or: [{ a: { $gt: 1.5e3 } }, { b: null, "x.y": [true, "ü\n", {}], c: [] }] };
    expect(parse(`  ${JSON.stringify(condition, null, 2)}\n`)).toEqual(condition);
    expect(parse("{}")).toEqual({});
  });

  test("reads whatever JSON.stringify writes", () => {
    const json = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 4 });
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value);
        fc.pre(text.length <= 4000);
        expect(JSON.stringify(parse(text))).toBe(text);
      }),
    );
  });

  test("__proto__ is an ordinary key", () => {
    const condition = parse('{"__proto__": {"admin": 1}}');
    expect(Object.getPrototypeOf(condition)).toBe(Object.prototype);
    expect(Object.keys(condition)).toEqual(["__proto__"]);
  });
});

describe("a fault has its place and says what was expected", () => {
  test.each([
    ["", 0, "a fact"],
    ["   ", 0, "a fact"],
    ["interest.hiking =", 17, "a value, found the end"],
    ["interest.hiking => 0.4", 17, "a value, found >"],
    ["interest.hiking == 0.4", 17, "a value, found ="],
    ["a AND b", 2, "an operator or the end, found AND"],
    ["a = red shoes", 8, "an operator or the end, found shoes"],
    ["a and", 5, "a fact"],
    ["a and or b", 6, "a fact"],
    ["not not a", 4, "a fact"],
    ["true", 0, "a fact"],
    ["$or = 1", 0, "a fact"],
    ["1a = 1", 0, "a fact"],
    ["a..b", 0, "a fact"],
    ["a.", 0, "a fact"],
    ["(a or b", 7, "expected ), found the end"],
    ["a)", 1, "an operator or the end, found )"],
    ["a ! b", 2, "an operator"],
    ["a in b", 5, "expected (, found b"],
    ["a in ()", 6, "a value"],
    ["a in (1 2)", 8, "expected ), found 2"],
    ["a in (1,", 8, "a value"],
    ['a = "open', 4, "a value"],
    ["a ~ '(a+)+'", 4, "regular expression"],
    ["a = 1 or b ~ '['", 13, "regular expression"],
    ['{"a": abc}', 0, "valid JSON"],
    [' {"a": 1,}', 1, "valid JSON"],
    ["{a: 1}", 0, "valid JSON"],
    ['{"a": 1} b', 0, "valid JSON"],
    ['{"a":', 0, "valid JSON"],
  ])("%j at %i", (text, position, expected) => {
    const fault = faultOf(text);
    expect(fault).toBeInstanceOf(HeimspielError);
    expect(fault.code).toBe("condition-syntax");
    expect(fault.position).toBe(position);
    expect(fault.message).toContain(`at position ${position}`);
    expect(fault.message).toContain(expected);
  });
});

describe("limits", () => {
  const nested = (depth: number): string => "(".repeat(depth) + "a" + ")".repeat(depth);
  const deep = (levels: number): string => `{"a":${"[".repeat(levels)}${"]".repeat(levels)}}`;

  test("length", () => {
    expect(faultOf(`a = ${"b".repeat(4000)}`).message).toContain("expected less");
    expect(parse(`a = ${"b".repeat(3990)}`)).toBeDefined();
  });

  test("parentheses", () => {
    expect(parse(nested(99))).toEqual(parse("a"));
    expect(faultOf(nested(100)).message).toContain("expected less");
    expect(faultOf("(".repeat(4000)).message).toContain("expected less");
  });

  test("depth of JSON, and of what an expression becomes", () => {
    expect(parse(deep(99))).toBeDefined();
    expect(faultOf(deep(101)).message).toContain("nested too deep");
    expect(faultOf(deep(1900)).message).toContain("nested too deep");
    expect(faultOf("not (b and ".repeat(60) + "a" + ")".repeat(60)).message).toContain("nested too deep");
  });

  test("the deepest expression that parses can be evaluated", () => {
    let text = "a in (1)";
    for (let i = 0; i < 18; i++) text = `not (b = 1 or c = 1 and ${text})`;
    expect(typeof evaluate(parse(text), { a: 1 })).toBe("boolean");
  });
});

describe("whatever is thrown is a ConditionError", () => {
  const piece = fc.constantFrom(
    ..."( ) and or not in a b.c = != < >= ~ , { } [ ] : \" ' ! $ 1 -2.5 true \\".split(" "),
  );
  const parsesOrFaults = (text: string): void => {
    try {
      evaluate(parse(text), { a: "x", b: { c: 1 } });
    } catch (error) {
      if (!(error instanceof ConditionError)) throw error;
      expect(error.position).toBeGreaterThanOrEqual(0);
      expect(error.position).toBeLessThanOrEqual(text.length);
    }
  };

  test("for any text", () => fc.assert(fc.property(fc.string({ unit: "binary" }), parsesOrFaults)));
  test("for any text after a brace", () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        parsesOrFaults(`{${text}`);
      }),
    ));
  test("for any mixture of the language's pieces", () =>
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        parsesOrFaults(pieces.join(" "));
      }),
      { numRuns: 500 },
    ));
});
