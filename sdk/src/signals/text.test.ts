import fc from "fast-check";
import { expect, test } from "vitest";
import { amount, known, plain } from "./text.js";

test.each([
  ["Shoes &amp; Boots", "Shoes & Boots"],
  ["Shoes &#038; Boots", "Shoes & Boots"],
  ["R&D; H&M", "R&D; H&M"],
  ["  a\n\t b ", "a b"],
])("the plain text of %j is %j", (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test("a thing is read by its name, a list by its first entry, and nothing else at all", () => {
  expect(plain({ "@type": "Brand", name: "Acme" })).toBe("Acme");
  expect(plain([{ name: "Acme" }, "Other"])).toBe("Acme");
  expect(plain(42)).toBe("42");
  expect([plain(null), plain(undefined), plain(true), plain({}), plain([])]).toEqual(["", "", "", "", ""]);
});

test.each([
  [119.99, 119.99],
  ["119.99", 119.99],
  ["119,9", 119.9],
  [83.193, 83.193],
  ["1.299,00 €", undefined],
  ["1,299", undefined],
  ["0", 0],
  ["free", undefined],
  [Number.NaN, undefined],
  [Infinity, undefined],
  [null, undefined],
])("the amount of %j is %j", (value, expected) => {
  expect(amount(value)).toBe(expected);
});

test("every price with two decimals is read back, in either notation", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
      const price = cents / 100;
      expect(amount(price.toFixed(2))).toBe(price);
      expect(amount(price.toFixed(2).replace(".", ","))).toBe(price);
    }),
  );
});

test("known keeps zero and false, and drops what is empty", () => {
  expect(known({ a: 0, b: "", c: undefined, d: "x" })).toEqual({ a: 0, d: "x" });
});
