import { expect, test } from "vitest";
import { addressOf, leavesOf, simulationIn, withFact } from "./inspect-simulation.js";

const page = "https://shop.example/en/?cmp=manual";

test("a link carries a simulation, whatever letters are in it, and nothing else of the address changes", () => {
  const simulation = { interest: { hiking: 0.6 }, declared: { name: "Jörg 🎒" }, draw: 2 };
  const link = addressOf(page, simulation);
  expect(link).toMatch(/\?cmp=manual&heim-inspect=[\w-]+$/);
  expect(simulationIn(new URL(link).search)).toEqual(simulation);
  expect(addressOf(link)).toBe(page);
});

test.each([
  "",
  "?heim-inspect",
  "?heim-inspect=",
  "?heim-inspect=eyJpb",
  "?heim-inspect=W10",
  "?heim-inspect=%00",
])("%s carries none", (search) => {
  expect(simulationIn(search)).toBeUndefined();
});

test("a fact is set and taken away by its path", () => {
  const facts = withFact(withFact({}, "interest.hiking", 0.6), "top", "hiking");
  expect(facts).toEqual({ interest: { hiking: 0.6 }, top: "hiking" });
  expect(leavesOf(facts)).toEqual([
    ["interest.hiking", 0.6],
    ["top", "hiking"],
  ]);
  expect(leavesOf(withFact(facts, "interest.hiking", undefined))).toEqual([["top", "hiking"]]);
});

test("a path of inherited names reaches nothing but the facts", () => {
  withFact({}, "__proto__.hiking", 1);
  withFact({}, "constructor.prototype.hiking", 1);
  expect("hiking" in {}).toBe(false);
});
