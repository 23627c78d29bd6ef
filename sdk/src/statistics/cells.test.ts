import { expect, test } from "vitest";
import { limits } from "../wire/index.js";
import { pairCells, speakableCells, topicCells } from "./cells.js";
import { questionCells } from "./question-cells.js";

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `t${index}`);
const never = (): boolean => false;

test("topics: none, then the topics in order, at most 63", () => {
  expect(topicCells(["b", "a"])).toEqual(["none", "b", "a"]);
  expect(topicCells(ids(100))).toEqual(["none", ...ids(63)]);
});

test("pairs: none, then every ordered pair of the first 32 topics", () => {
  expect(pairCells(["a", "b", "c"])).toEqual(["none", "a>b", "a>c", "b>a", "b>c", "c>a", "c>b"]);
  expect(pairCells(ids(40))).toHaveLength(993);
  expect(pairCells(ids(40)).length).toBeLessThanOrEqual(limits.cells);
  expect(pairCells(["a"])).toEqual(["none"]);
});

test("the cells of a manifest are its topics in its order, each once", () => {
  const topics = [{ id: "boots" }, { id: "socks", parents: ["clothes"] }, { id: "boots" }];
  expect(speakableCells({ topics }, never)).toEqual({
    topics: ["none", "boots", "socks"],
    pairs: ["none", "boots>socks", "socks>boots"],
  });
  expect(speakableCells({}, never)).toEqual({ topics: ["none"], pairs: ["none"] });
});

test.each([
  ["by the merchant's word", { id: "x", sensitive: true }],
  ["by its id", { id: "pregnancy" }],
  ["by its label", { id: "x", label: "pregnancy" }],
  ["by its label in one language", { id: "x", label: { en: "Joy", de: "pregnancy" } }],
  ["by a parent's name", { id: "x", parents: ["clothes", "pregnancy"] }],
  ["by a parent that the merchant marked", { id: "x", parents: ["secret"] }],
  ["by a parent's label", { id: "x", parents: ["told"] }],
])("a topic that is sensitive, %s, is no cell", (_, topic) => {
  const parents = [
    { id: "secret", sensitive: true },
    { id: "told", label: "pregnancy" },
  ];
  const cells = speakableCells({ topics: [{ id: "a" }, topic, ...parents] }, (word) => word === "pregnancy");
  expect(cells).toEqual({ topics: ["none", "a"], pairs: ["none"] });
});

test("names that would be ambiguous are left out", () => {
  const topics = [{ id: "none" }, { id: "a>b" }, { id: "c" }];
  expect(speakableCells({ topics }, never).topics).toEqual(["none", "c"]);
});

test("questionCells knows the words of the sensitive list", () => {
  const topics = [{ id: "hiking" }, { id: "umstandsmode" }, { id: "x", label: { de: "Schwangerschaft" } }];
  expect(questionCells({ topics }).topics).toEqual(["none", "hiking"]);
});
