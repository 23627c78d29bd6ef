import { expect, test, vi } from "vitest";
import { defaultStatisticsPolicy, policyOf, readPolicy } from "./policy.js";

const read = (part: Record<string, unknown>) => {
  const warn = vi.fn();
  return { policy: policyOf(readPolicy(part, warn)), warned: warn.mock.calls };
};

test("nothing said: the defaults", () => {
  expect(read({})).toEqual({ policy: defaultStatisticsPolicy, warned: [] });
});

test("ε is a plain number, false switches a question off", () => {
  expect(read({ budget: 4, slot: 1.5, pairs: false, topics: 0 })).toEqual({
    policy: {
      budget: 4_000_000,
      slot: 1_500_000,
      late: 1_500_000,
      uplift: 3_000_000,
      topics: 0,
      pairs: 0,
    },
    warned: [],
  });
});

test("late is as slot, or off", () => {
  expect(read({ late: false }).policy).toMatchObject({ slot: 3_000_000, late: 0 });
  expect(read({ slot: false }).policy).toMatchObject({ slot: 0, late: 0 });
  expect(read({ slot: 2, late: 2 })).toMatchObject({
    policy: { slot: 2_000_000, late: 2_000_000 },
    warned: [],
  });
  expect(read({ slot: 2, late: 3 })).toMatchObject({
    policy: { slot: 2_000_000, late: 2_000_000 },
    warned: [["late", "malformed"]],
  });
  expect(() => policyOf({ slot: 2_000_000, late: 1_000_000 })).toThrow("late");
});

test.each([7, -1, "3", null, Number.NaN, Infinity, 1e-4, true, {}])(
  "%j buys nothing, and is named",
  (value) => {
    for (const key of ["budget", "slot", "uplift", "topics", "pairs"])
      expect(read({ [key]: value })).toEqual({
        policy: defaultStatisticsPolicy,
        warned: [[key, "malformed"]],
      });
  },
);

test("what is unknown is named", () => {
  const part = JSON.parse('{"bugdet":1,"constructor":1,"__proto__":{"budget":1}}') as Record<string, unknown>;
  expect(read(part)).toEqual({
    policy: defaultStatisticsPolicy,
    warned: ["bugdet", "constructor", "__proto__"].map((key) => [key, "unknown"]),
  });
});
