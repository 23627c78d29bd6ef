import { expect, test } from "vitest";
import { parse, topicsOf } from "./index.js";

test.each([
  ["interest.hiking >= 0.4", ["hiking"]],
  ["interest.hiking", ["hiking"]],
  ["need.rain-jacket > 0.2 and interest.hiking > 0", ["rain-jacket", "hiking"]],
  [
    "rising = climbing or top = hiking or top2 in (running, biking)",
    ["climbing", "hiking", "running", "biking"],
  ],
  ["interest.hiking > 0 or interest.hiking > 0.5", ["hiking"]],
  ["bought.boots", []],
  ["bought.boots <= 30 and persona = hiker", []],
  ["not interest.hiking > 0.4", []],
  ["not (interest.hiking and rising = climbing) and top = biking", ["biking"]],
  ["top != hiking", []],
  ["interest.golf < 0.2", []],
  ["interest.golf = 0", []],
  ["interest.golf >= 0", ["golf"]],
  ["visit.count > 1", []],
  ['{"top": "hiking"}', ["hiking"]],
  ['{"top": {"$in": ["a", "b"]}, "interest.c": {"$gte": 0.2, "$lt": 0.8}}', ["a", "b", "c"]],
  [
    '{"$nor": [{"top": "a"}], "$not": {"top": "b"}, "top2": {"$nin": ["c"]}, "rising": {"$not": {"$eq": "d"}}}',
    [],
  ],
  ['{"interest.a": {"$exists": false}}', []],
  ['{"top": ["a"], "interest.b": null, "interest.c": true}', ["a", "c"]],
  ['{"interest.a": {"$not": {"$gte": 0.4}}, "$or": [{"persona": "x"}, {"interest.b": {"$lte": 1}}]}', []],
  ['{"interest.a": {"$lt": 1}, "$and": [{"$or": [{"top": {"$ini": ["B"]}}]}]}', ["B"]],
  ['{"$or": null, "$and": "x"}', []],
])("%s", (text, topics) => {
  expect(topicsOf(parse(text))).toEqual(topics);
});
