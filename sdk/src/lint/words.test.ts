import { expect, test } from "vitest";
import { parse } from "../audiences/index.js";
import { wordsOf } from "./words.js";

test.each([
  "interest.hiking >= 0.4 and not bought.hiking-boots",
  "(visit.count = 1 or not device.mobile) and top in (a, b)",
  "device.mobile = true",
  "bought.tents <= 30",
  "page.path ~ ^/sale",
  "persona != hiker",
])("%s is told as it was written", (text) => {
  expect(wordsOf(parse(text))).toBe(text);
});

test.each([
  ['{"persona": {"$nin": ["a"]}}', "persona $nin (a)"],
  ['{"bought.a": {"$exists": false}}', "bought.a $exists false"],
  ['{"visit.count": 1, "$nor": [{"top": "a"}, 5]}', "visit.count = 1 and not (top = a or 5)"],
  ["{}", "{}"],
])("%s is told as %s", (text, words) => {
  expect(wordsOf(parse(text))).toBe(words);
});
