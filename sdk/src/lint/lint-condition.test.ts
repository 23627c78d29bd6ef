import fc from "fast-check";
import { expect, test } from "vitest";
import { lintCondition } from "./lint-condition.js";
import { namesIn } from "./names.js";

const names = namesIn(
  {
    topics: [
      { id: "hiking", aliases: ["wandern"] },
      { id: "travel" },
      { id: "tents", parents: ["camping"] },
      { id: "camping", sensitive: true },
    ],
    personas: { hiker: "interest.hiking >= 0.5" },
    campaigns: { peru: {} },
  },
  (topic) => topic === "pregnancy",
);
const lint = (text: unknown): string[] =>
  lintCondition(text, names).faults.map(
    ({ rule, offset, message, remedy }) => `${rule} ${String(offset)} ${message} (${remedy})`,
  );

test.each<[string, string]>([
  [
    "interest.hiking => 0.4",
    'condition-syntax 17 expected a value, found > at position 17 (did you mean "interest.hiking >= 0.4"?)',
  ],
  [
    "",
    "condition-syntax 0 expected a fact, found the end at position 0 (write it like interest.hiking >= 0.4 and not bought.tents)",
  ],
  [
    "intrest.hiking >= 0.4",
    'unknown-fact 0 there is no fact "intrest.hiking" (did you mean "interest.hiking"?)',
  ],
  ["visit.page > 3", 'unknown-fact 0 there is no fact "visit.page" (did you mean "visit.pages"?)'],
  [
    "visit.count = 1 and weekday = 3",
    'unknown-fact 20 there is no fact "weekday" (did you mean "time.weekday"?)',
  ],
  ["hiking >= 0.4", 'unknown-fact 0 there is no fact "hiking" (did you mean "interest.hiking"?)'],
  ["facet.brand >= 0.4", 'unknown-fact 0 there is no fact "facet.brand" (known: facet.<name>.<value>)'],
  ['{"visit.count": {"$ge": 3}}', 'unknown-operator 1 there is no operator "$ge" (did you mean "$gte"?)'],
  ["interest.hikign > 0.4", 'unknown-topic 0 the manifest has no topic "hikign" (did you mean "hiking"?)'],
  ["top in (hiking, travle)", 'unknown-topic 0 the manifest has no topic "travle" (did you mean "travel"?)'],
  [
    "interest.wandern > 0.4",
    'topic-alias 0 "wandern" is only another name of a topic (write its id: "hiking")',
  ],
  [
    "interest.tents > 0.4",
    'sensitive-topic 0 "tents" is a sensitive topic: it is never recorded (use another topic)',
  ],
  [
    "top = pregnancy",
    'sensitive-topic 0 "pregnancy" is a sensitive topic: it is never recorded (use another topic)',
  ],
  ["persona = hikers", 'unknown-persona 0 the manifest has no persona "hikers" (did you mean "hiker"?)'],
  ["campaign = spring", 'unknown-campaign 0 the manifest has no campaign "spring" (add it to "campaigns")'],
  [
    "time.weekday = Wednesday",
    'never-true 0 "time.weekday = Wednesday" is never true (time.weekday is a whole number from 1 (Monday) to 7 (Sunday): did you mean 3?)',
  ],
  [
    "visit.count = 1 or interest.hiking > 40",
    'never-true 19 "interest.hiking > 40" is never true (interest.hiking is a number from 0 to 1: did you mean 0.4?)',
  ],
  ["declared.size = „XL“", 'condition-syntax 0 the value „XL“ has its quotes in it (write "XL")'],
  [
    "visit.pages < 0",
    'never-true 0 "visit.pages < 0" is never true (visit.pages is a whole number from 0 on)',
  ],
  [
    "interest.hiking >= 0",
    'always-true 0 "interest.hiking >= 0" is always true (interest.hiking is a number from 0 to 1)',
  ],
  [
    "bought.travel or interest.hiking > 0.5 and interest.hiking < 0.2",
    'never-true 17 "interest.hiking > 0.5 and interest.hiking < 0.2" is never true (its parts contradict each other)',
  ],
  [
    "not (interest.travel > 0.5 or interest.travel <= 0.5)",
    'always-true 5 "interest.travel > 0.5 or interest.travel <= 0.5" is always true (leave it out)',
  ],
  ['{"$not": {}}', 'always-true 0 "{}" is always true (leave it out)'],
  ['{"$not": 5}', 'always-true 0 "not 5" is always true (leave it out)'],
  ["{}", 'always-true 0 "{}" is always true (leave it out)'],
])("%s: %s", (text, expected) => {
  expect(lint(text)).toEqual([expected]);
});

test.each([
  "interest.hiking >= 0.4 and not bought.travel",
  "visit.days-since >= 14 and visit.pages <= 2",
  'page.path ~ "^/sale" and device.mobile',
  "top != hiking and persona = hiker and campaign = peru",
  "page.topics in (anything)",
  '{"$nor": [{"interest.hiking": {"$gte": 0.4}}]}',
])("%s is in order", (text) => {
  expect(lint(text)).toEqual([]);
});

test.each<[string, string]>([
  ["visit.count = 1 && time.weekday in (6,7)", "visit.count = 1 and time.weekday in (6,7)"],
  ["interest.hiking > 0,4", "interest.hiking > 0.4"],
  ["top == hiking", "top = hiking"],
  ["top is hiking AND NOT device.mobile", "top = hiking and not device.mobile"],
  ["(visit.count = 1 or device.mobile", "(visit.count = 1 or device.mobile)"],
  ["visit.count = 1)", "visit.count = 1"],
  ["!device.mobile", "not device.mobile"],
  ["visit.count = 1 and", "visit.count = 1"],
])("%s was meant to be %s", (text, right) => {
  expect(lintCondition(text, names).faults[0]?.remedy).toBe(`did you mean "${right}"?`);
});

test("without a manifest no name is unknown", () => {
  expect(
    lintCondition("interest.any > 0.4 and persona = any and campaign = any", namesIn(undefined)).faults,
  ).toEqual([]);
});

test("no text and no JSON makes it throw", () => {
  const words = fc.constantFrom(
    ...[
      "interest.a",
      "top",
      "persona",
      "(",
      ")",
      "and",
      "or",
      "not",
      "in",
      "=",
      ">=",
      "~",
      ",",
      "0.5",
      '"',
      "{",
      "$gt",
      "__proto__",
    ],
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 12 }).map((all) => all.join(" ")),
        fc.jsonValue(),
        fc.json(),
      ),
      (source) => {
        const { condition, faults } = lintCondition(source, names);
        expect(condition !== undefined || faults.length > 0).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});
