import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsHash } from "./cells-hash.js";
import { patterns } from "./limits.js";

// Changing one of these makes every device and every collector in the field disagree.
test.each([
  [["none", "a:seen", "a:clicked", "a:goal"], "1tyl0sj"],
  [["holdout", "offered"], "1ccc1w1"],
  [["none", "größe:seen"], "04px04x"],
  [[], "0w7k42t"],
])("golden: %j is %s", (names, hash) => {
  expect(cellsHash(names)).toBe(hash);
});

test("is FNV-1a of the JSON text's bytes, computed here with big integers", () => {
  let hash = 0x811c9dc5n;
  for (const byte of new TextEncoder().encode('["foobar"]')) {
    hash = ((hash ^ BigInt(byte)) * 0x01000193n) & 0xffffffffn;
  }
  expect(cellsHash(["foobar"])).toBe(hash.toString(36).padStart(7, "0"));
});

test("depends on order and on where one name ends", () => {
  expect(cellsHash(["a", "b"])).not.toBe(cellsHash(["b", "a"]));
  expect(cellsHash(["a,b"])).not.toBe(cellsHash(["a", "b"]));
  expect(cellsHash(["ab", ""])).not.toBe(cellsHash(["a", "b"]));
});

test("always is what the format allows", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 12 }), { maxLength: 8 }), (names) => {
      expect(cellsHash(names)).toMatch(patterns.hash);
      expect(cellsHash(names)).toHaveLength(7);
    }),
  );
});
