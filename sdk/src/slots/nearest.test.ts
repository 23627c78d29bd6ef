import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "./nearest.js";

const words = [
  "slot",
  "variant",
  "when",
  "choose",
  "weight",
  "holdout",
  "goal",
  "cap",
  "wait",
  "topics",
  "text",
];

test.each([
  ["wehn", "when"],
  ["choise", "choose"],
  ["varient", "variant"],
  ["hold-out", "holdout"],
  ["caps", "cap"],
  ["", "cap"],
])("%s → %s", (slip, meant) => {
  expect(nearest(slip, words)).toBe(meant);
});

test("a known word is nearest to itself, and so is any shuffle of it", () => {
  const shuffled = fc
    .constantFrom(...words)
    .chain((word) =>
      fc.tuple(
        fc.constant(word),
        fc.shuffledSubarray(Array.from(word), { minLength: word.length, maxLength: word.length }),
      ),
    );
  fc.assert(fc.property(shuffled, ([word, letters]) => nearest(letters.join(""), words) === word));
});
