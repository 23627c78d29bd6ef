import fc from "fast-check";
import { expect, test } from "vitest";
import { bitmapLength, cellsOf, hasCell } from "./bitmap.js";

test.each([
  [2, 1],
  [8, 1],
  [9, 2],
  [64, 8],
  [1100, 138],
])("%i cells take %i bytes", (cells, bytes) => {
  expect(bitmapLength(cells)).toBe(bytes);
});

test("cell 0 is the least significant bit of the first byte, cell 8 that of the second", () => {
  expect(cellsOf(Uint8Array.of(0b0000_0001, 0b0000_0001))).toEqual([0, 8]);
  expect(cellsOf(Uint8Array.of(0b1000_0010))).toEqual([1, 7]);
  expect(hasCell(Uint8Array.of(0, 0b0000_0100), 10)).toBe(true);
  expect(hasCell(Uint8Array.of(0, 0b0000_0100), 2)).toBe(false);
});

test("a cell beyond the map is not in it", () => {
  expect(hasCell(Uint8Array.of(255), 8)).toBe(false);
});

test("lists exactly the cells it has", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 30 }), (bitmap) => {
      const all = Array.from({ length: bitmap.length * 8 }, (_, cell) => cell);
      expect(cellsOf(bitmap)).toEqual(all.filter((cell) => hasCell(bitmap, cell)));
    }),
  );
});
