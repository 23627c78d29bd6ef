import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { readSlotEntry } from "./slot-entry.js";

test("what the manifest says of a slot, as the decision wants it", () => {
  const malformed = vi.fn();
  const entry = {
    ...{ variants: ["a"], goal: "checkout", holdout: 10, choose: "best", cap: "3/day" },
    ...{ weights: { a: 60, b: 40 }, namespace: ["home", 0, 0.5] },
  };
  expect(readSlotEntry(entry, malformed)).toEqual({
    goal: "checkout",
    holdout: 10,
    choose: "best",
    cap: { count: 3, per: "day" },
    weights: { a: 60, b: 40 },
    namespace: ["home", 0, 0.5],
  });
  expect(malformed).not.toHaveBeenCalled();
});

test.each<[object | null, string[]]>([
  [{ cap: "often" }, [".cap"]],
  [{ holdout: 101, choose: "bset" }, [".holdout", ".choose"]],
  [{ weights: { a: "1" }, namespace: ["home", 0] }, [".weights", ".namespace"]],
  [{ constructor: 1, extra: 1 }, [".constructor", ".extra"]],
  [null, [""]],
])("%j: what is malformed is named and left out", (entry, names) => {
  const malformed = vi.fn();
  expect(readSlotEntry(entry, malformed)).toEqual({});
  expect(malformed.mock.calls.flat()).toEqual(names);
});

test("whatever the entry, nothing is thrown", () => {
  fc.assert(fc.property(fc.jsonValue(), (entry) => void readSlotEntry(entry, vi.fn())));
});
