import { expect, test } from "vitest";
import { emptyProfile, fold, type Signal } from "./index.js";

const now = Date.UTC(2026, 4, 20);
const empty = emptyProfile();
const view: Signal = { kind: "view", topics: ["books"], at: now, page: "/p" };

const withheld: Record<string, Partial<Signal>> = {
  id: { topics: ["books", "pregnancy"] },
  "id of a child": { topics: [{ id: "pillows", parents: ["schwangerschaft"] }] },
  label: { topics: [{ id: "c-17", label: "Umstandsmode" }] },
  "id too long to keep": { topics: ["books", `diabetes-${"x".repeat(100)}`] },
  dwell: { kind: "dwell", topics: ["gewerkschaft"] },
  dismissal: { kind: "dismiss", topics: ["gewerkschaft"] },
  facet: { facets: { diet: "halal" } },
  "declared name": { kind: "declare", name: "religion", value: "none" },
  "declared value": { kind: "declare", name: "why", value: "Ich bin schwanger" },
};

test.each(Object.entries(withheld))("a sensitive %s leaves nothing behind", (_, signal) => {
  expect(fold(empty, { ...view, ...signal }, now)).toBe(empty);
});

test("the merchant may name more, also as an ancestor", () => {
  const topics = { wine: { sensitive: true }, riesling: { parents: ["wine"] } };
  expect(fold(empty, { ...view, topics: ["riesling"] }, now, { topics })).toBe(empty);
  expect(fold(empty, { ...view, topics: ["riesling"] }, now)).not.toBe(empty);
});
