import fc from "fast-check";
import { expect, test } from "vitest";
import { below, draw, shuffle } from "./below.js";
import { scripted, seeded } from "./test/seeded.js";

test.each([0.5, -1, 2 ** 32, Number.NaN, Infinity])("a draw of %s is refused", (value) => {
  expect(() => draw(() => value)).toThrow(expect.objectContaining({ code: "parameter-range" }));
});

test("the ends of the range are taken", () => {
  expect(draw(() => 0)).toBe(0);
  expect(draw(() => 2 ** 32 - 1)).toBe(2 ** 32 - 1);
});

test("draws beyond the last whole multiple are thrown away", () => {
  // 2^32 = 3 · 1431655765 + 1: only the last value is one too many
  expect(below(3, scripted([2 ** 32 - 1, 5]))).toBe(2);
  expect(below(3, scripted([2 ** 32 - 2]))).toBe(2);
  // the worst case: nearly half of all draws are beyond
  const n = 2 ** 31 + 1;
  expect(below(n, scripted([n, 2 ** 32 - 1, n - 1]))).toBe(n - 1);
});

test("powers of two throw nothing away", () => {
  expect(below(8, scripted([2 ** 32 - 1]))).toBe(7);
  expect(below(1, scripted([2 ** 32 - 1]))).toBe(0);
});

test("every value stands for equally many draws that are kept", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), (n) => {
      const end = 2 ** 32 - (2 ** 32 % n);
      expect(end % n).toBe(0);
      expect(below(n, scripted([end - 1]))).toBe(n - 1);
      if (end < 2 ** 32) expect(below(n, scripted([end, 0]))).toBe(0);
    }),
  );
});

test("a stuck generator is an error, not an endless loop", () => {
  expect(() => below(3, () => 2 ** 32 - 1)).toThrow("stuck");
});

test("shuffling keeps the items, leaves its argument alone, and gives each order equally often", () => {
  const items = ["a", "b", "c"];
  const random = seeded(1);
  const orders = new Map<string, number>();
  for (let round = 0; round < 6000; round++) {
    const order = shuffle(items, random).join("");
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  expect(items).toEqual(["a", "b", "c"]);
  expect([...orders.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
  const chiSquare = [...orders.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(20.5); // χ²(5) at p = 0.001
});
