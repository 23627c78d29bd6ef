import fc from "fast-check";
import { expect, test } from "vitest";
import type { Signal, TopicRef } from "../interests/index.js";
import type { Manifest } from "./manifest.js";
import { labelIn, labelsIn, mapTopics } from "./topics.js";

const manifest: Manifest = {
  topics: [
    { id: "hiking-boots", aliases: ["wanderschuhe", "boots"], parents: ["hiking", "outdoor"] },
    { id: "hiking", aliases: ["wandern"] },
  ],
};
const mapped = (manifest: Manifest, ...topics: TopicRef[]): readonly TopicRef[] =>
  mapTopics(manifest)({ kind: "view", topics, at: 1 }).topics;

test("another name of a topic becomes its id; weight and label stay", () => {
  expect(mapped(manifest, "wanderschuhe", { id: "boots", weight: 2, label: "Boots" })).toEqual([
    { id: "hiking-boots", parents: ["hiking", "outdoor"] },
    { id: "hiking-boots", parents: ["hiking", "outdoor"], weight: 2, label: "Boots" },
  ]);
});

test("the manifest's parents stand over the page's; without them the page's are renamed too", () => {
  expect(mapped(manifest, { id: "boots", parents: ["sale"] })).toEqual([
    { id: "hiking-boots", parents: ["hiking", "outdoor"] },
  ]);
  expect(mapped(manifest, { id: "socks", parents: ["wandern", "sale"] })).toEqual([
    { id: "socks", parents: ["hiking", "sale"] },
  ]);
});

test("a topic is never its own parent, by whatever name", () => {
  expect(mapped(manifest, { id: "wandern", parents: ["hiking", "outdoor"] })).toEqual([
    { id: "hiking", parents: ["outdoor"] },
  ]);
  expect(mapped({ topics: [{ id: "a", parents: ["a", "b"] }] }, "a")).toEqual([{ id: "a", parents: ["b"] }]);
});

test("a topic the manifest does not know passes; nothing else of a signal changes, nor the signal itself", () => {
  const signal: Signal = { kind: "cart", topics: ["tents"], at: 5, page: "/p", item: { id: "7" } };
  expect(mapTopics(manifest)(signal)).toEqual({ ...signal, topics: [{ id: "tents" }] });
  expect(signal.topics).toEqual(["tents"]);
});

test("names that every object inherits are ordinary names", () => {
  expect(mapped(manifest, "constructor", "__proto__")).toEqual([{ id: "constructor" }, { id: "__proto__" }]);
});

test("mapping twice is mapping once", () => {
  const name = fc.constantFrom("a", "b", "c", "d");
  const ref = fc.oneof(name, fc.record({ id: name, parents: fc.array(name, { maxLength: 3 }) }));
  const topics = fc.uniqueArray(fc.record({ id: name, parents: fc.array(name, { maxLength: 3 }) }), {
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(topics, fc.array(ref, { maxLength: 4 }), (entries, refs) => {
      const once = mapped({ topics: entries }, ...refs);
      expect(mapped({ topics: entries }, ...once)).toEqual(once);
      for (const ref of once) {
        if (typeof ref === "string") throw new Error("not resolved");
        expect(ref.parents ?? []).not.toContain(ref.id);
      }
    }),
  );
});

test.each([
  ["de-AT", "Stiefel (AT)"],
  ["de", "Stiefel"],
  ["de-CH", "Stiefel"],
  ["fr", "Boots"],
])("a label in %s", (language, text) => {
  expect(labelIn({ en: "Boots", de: "Stiefel", "de-AT": "Stiefel (AT)" }, language)).toBe(text);
});

test("one label for all languages, any where English is missing, none where there is none", () => {
  expect(labelIn("Boots", "de")).toBe("Boots");
  expect(labelIn({ fr: "Chaussures" }, "de")).toBe("Chaussures");
  expect(labelIn({}, "de")).toBeUndefined();
  expect(labelIn(undefined, "de")).toBeUndefined();
});

test("labels by topic, only where there is one", () => {
  const topics = [
    { id: "a", label: { en: "A", de: "Ä" } },
    { id: "b" },
    { id: "c", label: "C" },
    { id: "d", label: {} },
  ];
  expect(labelsIn({ topics }, "de")).toEqual({ a: "Ä", c: "C" });
  expect(labelsIn({}, "de")).toEqual({});
});
