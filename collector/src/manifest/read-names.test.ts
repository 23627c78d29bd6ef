import { expect, test } from "vitest";
import { readNames } from "./read-names.js";

const none = (): undefined => undefined;
const manifest = (value: unknown): string => JSON.stringify(value);

test("names slots with what the estimates need, and the cells of topics and pairs", () => {
  const text = manifest({
    topics: [{ id: "hiking" }, { id: "peru", parents: ["hiking"] }, { id: "secret", sensitive: true }],
    slots: {
      tips: { variants: ["a", "b"], choose: "test", weights: { b: 3, a: 1 }, cap: "3/day" },
      hero: { variants: ["a", "b"], choose: "test", weights: { b: 3 } },
      unnamed: { goal: "checkout" },
    },
  });
  expect(readNames(text, none)).toEqual({
    slots: {
      tips: { variants: ["a", "b"], choose: "test", weights: [1, 3] },
      hero: { variants: ["a", "b"], choose: "test" },
    },
    cells: { topics: ["none", "hiking", "peru"], pairs: ["none", "hiking>peru", "peru>hiking"] },
  });
});

test("a broken part is skipped and named", () => {
  const warnings: string[] = [];
  const text = manifest({ topics: [{ id: 3 }, { id: "hiking" }], slots: { bad: { variants: "a" } } });
  expect(readNames(text, (message) => warnings.push(message))).toEqual({
    slots: {},
    cells: { topics: ["none", "hiking"], pairs: ["none"] },
  });
  expect(warnings).toEqual([
    expect.stringContaining("topic 0 is skipped"),
    expect.stringContaining('slot "bad" is skipped'),
  ]);
});

test.each(["", "{", "3", "null", '{"slots":3}', '{"topics":{}}'])("%s is no manifest", (text) => {
  expect(() => readNames(text, none)).toThrow();
});
