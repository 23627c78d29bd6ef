import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { readManifest } from "./manifest.js";

test("of campaigns and sources what is malformed is named and left out, one by one", () => {
  const log = vi.fn();
  const campaigns = { good: { days: 3, utm: ["a"] }, none: null, utm: { utm: "a" } };
  const sources = { "/a/*": { topics: ["a"] }, "/b": 5, off: "dwell", facets: ["Fabric"] };
  expect(readManifest({ campaigns, sources }, log)).toEqual({
    campaigns: { good: campaigns.good },
    sources: { "/a/*": { topics: ["a"] }, facets: ["Fabric"] },
  });
  expect(log.mock.calls.map(([words]) => words as string)).toEqual([
    'manifest.campaigns["none"]: malformed',
    'manifest.campaigns["utm"]: malformed',
    'manifest.sources["/b"]: malformed',
    'manifest.sources["off"]: malformed',
  ]);
});

const good = {
  topics: [{ id: "hiking", label: { en: "Hiking", de: "Wandern" }, parents: ["outdoor"] }],
  complements: { "hiking-boots": { socks: 0.4 } },
  personas: { alpinist: "interest.hiking > 0.5" },
  campaigns: { spring: { days: 7 } },
  sources: { "/hiking/*": { topics: ["hiking"] } },
  consent: { purposes: { personalization: ["functional"] } },
  tact: { dose: 2 },
  statistics: { slots: ["hero"] },
  slots: { hero: { goal: "checkout" } },
};
const read = (value: unknown) => {
  const log = vi.fn<(message: string) => void>();
  return { manifest: readManifest(value, log), said: log.mock.calls.map(([message]) => message) };
};

test("a well-formed manifest is taken whole, without a word", () => {
  expect(read({ $schema: "https://shop.example/heimspiel.schema.json", ...good })).toEqual({
    manifest: good,
    said: [],
  });
});

test("a malformed part is named and left out, the others stand", () => {
  for (const key of Object.keys(good)) {
    for (const bad of [null, 5, "text", true, key === "topics" ? {} : []]) {
      const { [key as keyof typeof good]: _, ...rest } = good;
      expect(read({ ...good, [key]: bad })).toEqual({ manifest: rest, said: [`manifest.${key}: malformed`] });
    }
  }
});

test("an unknown key is named", () => {
  expect(read({ tpics: [], ...good })).toEqual({ manifest: good, said: ["manifest.tpics: unknown"] });
});

test("names that every object inherits are unknown keys", () => {
  const { manifest, said } = read(JSON.parse('{"__proto__":{"topics":[]},"constructor":{},"toString":{}}'));
  expect(Object.keys(manifest)).toEqual([]);
  expect(Object.getPrototypeOf(manifest)).toBe(Object.prototype);
  expect(said).toEqual(["__proto__", "constructor", "toString"].map((key) => `manifest.${key}: unknown`));
});

test("a topic without an id is named by its place and left out", () => {
  const topics = [{ id: "a" }, null, { label: "b" }, { id: 5 }, ["a"], { id: "c" }];
  const { manifest, said } = read({ topics });
  expect(manifest.topics).toEqual([{ id: "a" }, { id: "c" }]);
  expect(said).toEqual([1, 2, 3, 4].map((at) => `manifest.topics[${at}]: needs an id`));
});

test.each([null, undefined, 5, "{}", true, [], [{}]])("%j is no manifest, and that is said once", (value) => {
  expect(read(value)).toEqual({ manifest: {}, said: ["manifest: not a JSON object"] });
});

const json = fc.jsonValue({ maxDepth: 4 });
const almost = fc.record(
  Object.fromEntries(
    Object.entries(good).map(([key, part]) => [key, fc.oneof(json, fc.constant<unknown>(part))]),
  ),
  { requiredKeys: [] },
);

test("any JSON: never throws, and every part is either there or named", () => {
  fc.assert(
    fc.property(fc.oneof(json, almost), (value) => {
      const { manifest, said } = read(value);
      const keys =
        typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
      for (const key of keys) {
        if (key === "$schema") continue;
        const kept = Object.hasOwn(manifest, key);
        expect(kept).toBe(!said.some((message) => message.startsWith(`manifest.${key}: `)));
      }
      for (const key of Object.keys(manifest)) expect(keys).toContain(key);
      if (keys.length === 0 && JSON.stringify(value) !== "{}") expect(said).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
});
