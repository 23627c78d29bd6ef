import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, ConditionError, evaluate, parse, type Condition, type Json, type Used } from "./index.js";

const usedBy = (condition: Condition, facts: Record<string, unknown>): Used[] => {
  const used: Used[] = [];
  compile(condition)(facts, used);
  return used;
};

describe("operators", () => {
  test.each<[Condition, Record<string, unknown>, boolean]>([
    [{ a: 5 }, { a: "5" }, true],
    [{ a: "5" }, { a: 5 }, true],
    [{ a: { $eq: 5 } }, { a: "5" }, false],
    [{ a: { $ne: 5 } }, { a: "5" }, true],
    [{ a: { $lt: 10, $gt: -10 } }, {}, true],
    [{ a: null }, {}, true],
    [{ a: { $in: [null] } }, {}, true],
    [{ a: { $ini: ["Straße", 1] } }, { a: "STRASSE" }, false],
    [{ a: { $ini: ["ÄRMEL"] } }, { a: ["x", "ärmel"] }, true],
    [{ a: { $nini: ["X"] } }, { a: ["x"] }, false],
    [{ a: { $nini: "X" } }, { a: "y" }, false],
    [{ a: { $all: ["x", { $gt: 3 }] } }, { a: ["x", 4] }, true],
    [{ a: { $alli: ["X"] } }, { a: ["y"] }, false],
    [{ a: { $all: "x" } }, { a: ["x"] }, false],
    [{ a: { $size: 2 } }, { a: "xy" }, false],
    [{ a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1 }, { b: 1, c: 2 }] }, true],
    [{ a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1 }, { c: 2 }] }, false],
    [{ a: { $elemMatch: { $gt: 3 } } }, { a: 5 }, false],
    [{ a: { $regexi: "^HI" } }, { a: "hike" }, true],
    [{ a: { $notRegex: "^hi" } }, { a: "hike" }, false],
    [{ a: { $notRegexi: "^X" } }, { a: "hike" }, true],
    [{ a: { $notRegex: "(" } }, { a: "hike" }, false],
    [{ a: { $regex: 5 } }, { a: "5" }, false],
    [{ a: { $type: "array" } }, { a: [] }, true],
    [{ a: { $type: "null" } }, {}, true],
    [{ a: { $veq: 2 } }, { a: "v2" }, true],
    [{ a: { $vgte: "1.10" } }, { a: "1.9" }, false],
    [{ a: { $vlt: "1.0.0" } }, { a: "1.0.0-rc.1+build" }, true],
    [{ a: { $vgt: "0" } }, {}, false],
    [{ a: { $vin: ["1"] } }, { a: "1" }, false],
    [{ a: { $gtt: 1 } }, { a: 2 }, false],
    [{ a: { $toString: 1 } }, { a: 2 }, false],
    [{ a: { b: 2, $eq: 1 } }, { a: { b: 2, $eq: 1 } }, true],
    [{ a: {} }, { a: {} }, true],
    [{ "a.1.b": 7 }, { a: [0, { b: 7 }] }, true],
    [{ "a.length": 1 }, { a: "x" }, false],
    [{ $nor: [] }, {}, false],
    [{ $and: [] }, {}, true],
    [{ $and: [null] }, {}, false],
    [{ $not: { $or: [{ a: 1 }, { a: 2 }] } }, { a: 3 }, true],
  ])("%j of %j is %s", (condition, facts, expected) => {
    expect(evaluate(condition, facts)).toBe(expected);
  });

  test("saved groups", () => {
    const groups = { vip: [1, "x"] };
    expect(evaluate({ id: { $inGroup: "vip" } }, { id: "x" }, groups)).toBe(true);
    expect(evaluate({ id: { $inGroup: "vip" } }, { id: "1" }, groups)).toBe(false);
    expect(evaluate({ id: { $notInGroup: "vip" } }, { id: 1 }, groups)).toBe(false);
    expect(evaluate({ id: { $notInGroup: "other" } }, { id: 1 }, groups)).toBe(true);
    expect(evaluate({ id: { $inGroup: "constructor" } }, { id: 1 }, groups)).toBe(false);
  });
});

describe("facts used", () => {
  const facts = { a: 1, b: 2, c: { d: 3 } };

  test("all of an and", () => {
    expect(usedBy(parse("a = 1 and c.d > 2"), facts)).toEqual([
      { path: "a", value: 1 },
      { path: "c.d", value: 3 },
    ]);
  });

  test("only the true branch of an or, and nothing of a branch that half held", () => {
    expect(usedBy(parse("(a = 1 and b = 9) or c.d = 3"), facts)).toEqual([{ path: "c.d", value: 3 }]);
    expect(usedBy(parse("a = 1 or b = 2"), facts)).toEqual([{ path: "a", value: 1 }]);
  });

  test("none when false; what the caller had stays", () => {
    const used: Used[] = [{ path: "before", value: 0 }];
    expect(compile(parse("a = 1 and b = 9"))(facts, used)).toBe(false);
    expect(used).toEqual([{ path: "before", value: 0 }]);
  });

  test("none under a negation, none that is absent", () => {
    expect(usedBy(parse("not b = 9 and a = 1"), facts)).toEqual([{ path: "a", value: 1 }]);
    expect(usedBy({ $nor: [{ b: 9 }] }, facts)).toEqual([]);
    expect(usedBy({ "bought.x": { $exists: false } }, facts)).toEqual([]);
  });
});

describe("paths do not reach through prototypes", () => {
  test.each(["__proto__", "constructor", "toString", "a.constructor.name", "list.map"])(
    "%s is absent",
    (path) => {
      const facts = { a: {}, list: [] };
      expect(evaluate({ [path]: { $exists: true } }, facts)).toBe(false);
    },
  );

  test("nor what the page has added to all objects", () => {
    const all = Object.prototype as unknown as Record<string, unknown>;
    all.vip = true;
    try {
      expect(evaluate({ vip: true, "a.vip": true }, { a: {} })).toBe(false);
    } finally {
      delete all.vip;
    }
  });

  test("an own property of that name is a fact", () => {
    const facts = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}') as Record<string, unknown>;
    expect(evaluate(parse("__proto__.x = 1 and constructor = 2"), facts)).toBe(true);
  });

  test("evaluating pollutes nothing", () => {
    evaluate(parse('{"__proto__": {"$eq": {"polluted": 1}}, "constructor.prototype.polluted": 1}'), {});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("nothing in the facts makes a test throw", () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;

  test.each([
    Symbol("s"),
    Object.create(null),
    { toString: 1, valueOf: 1 },
    cyclic,
    10n,
    () => 1,
    Number.NaN,
    undefined,
  ])("value %#", (a) => {
    const operands: Json[] = ["x", 1, true, null, [1], { b: 1 }];
    for (const $lt of operands) {
      expect(typeof evaluate({ a: $lt }, { a })).toBe("boolean");
      expect(typeof evaluate({ a: { $lt, $regex: "x" } }, { a })).toBe("boolean");
      expect(typeof evaluate({ a: { $regex: "x" } }, { a })).toBe("boolean");
    }
  });

  test("a getter that throws is an unmet condition", () => {
    const facts = {
      get a(): never {
        throw new Error("broken");
      },
    };
    expect(evaluate({ a: 1 }, facts)).toBe(false);
  });

  test("any JSON can be given as a condition", () => {
    const key = fc.oneof(
      fc.constantFrom(
        "$and",
        "$or",
        "$not",
        "$nor",
        "$elemMatch",
        "$all",
        "$size",
        "$regex",
        "$in",
        "a",
        "a.b",
      ),
      fc.string(),
    );
    const { node } = fc.letrec<{ node: Json }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue({ maxDepth: 0 }) as fc.Arbitrary<Json>,
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(key, tie("node"), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, node), fc.object(), (condition, facts) => {
        expect(typeof evaluate(condition, { ...facts, a: [1, { b: "x" }] })).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });
});

describe("depth", () => {
  const nested = (levels: number): Condition => {
    let condition: Condition = { a: 1 };
    for (let i = 0; i < levels; i++) condition = { $not: condition };
    return condition;
  };

  test("a hundred levels at most", () => {
    expect(evaluate(nested(98), { a: 1 })).toBe(true);
    for (const levels of [101, 20_000])
      expect(() => compile(nested(levels))).toThrow(
        expect.objectContaining({ code: "condition-syntax", position: 0 }),
      );
  });

  test("a cyclic condition is refused", () => {
    const cyclic: Condition = {};
    cyclic.$not = cyclic;
    expect(() => compile(cyclic)).toThrow(ConditionError);
  });
});
