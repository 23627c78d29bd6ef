import fc from "fast-check";
import { expect, test } from "vitest";
import { slug } from "./slug.js";

test.each([
  ["Wanderschuhe", "wanderschuhe"],
  ["Hüte & Mützen", "huete-muetzen"],
  ["Hüte und Mützen", "huete-muetzen"],
  ["SHOES AND BOOTS", "shoes-boots"],
  ["Straße, groß", "strasse-gross"],
  ["U\u0308bergrößen", "uebergroessen"],
  ["Café Crème", "cafe-creme"],
  ["Men's Wear", "mens-wear"],
  ["  3-in-1 / Jacken ", "3-in-1-jacken"],
  ["Sand and Hund", "sand-hund"],
  ["und", "und"],
  ["がく", "がく"],
  ["商情", "商情"],
  ["ﬁn", "fin"],
  ["— ! —", ""],
])("the id of %j is %j", (name, id) => {
  expect(slug(name)).toBe(id);
});

test("an id is cut at 64 characters, without a hyphen or half a character at its end", () => {
  expect(slug(`${"a".repeat(63)} ${"b".repeat(40)}`)).toBe("a".repeat(63));
  expect(slug("x".repeat(100))).toBe("x".repeat(64));
  expect(slug(`${"x".repeat(63)}𠀀𠀀`)).toBe("x".repeat(63));
});

test("any text gives a kebab-case id of at most 64 characters that stays itself", () => {
  const name = fc.stringMatching(/^[\w äöüßÄÖÜéà&/,.'-]{0,120}$/);
  fc.assert(
    fc.property(name, (text) => {
      const id = slug(text);
      expect(id).toMatch(/^([\p{L}\p{N}]+(-[\p{L}\p{N}]+)*)?$/u);
      expect(id.length).toBeLessThanOrEqual(64);
      expect(slug(id)).toBe(id);
    }),
  );
});

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => slug(text).length <= 64));
});
