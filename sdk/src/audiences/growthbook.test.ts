import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  chooseVariation,
  evaluate,
  getBucketRanges,
  getEqualWeights,
  hash,
  inNamespace,
  type BucketRange,
  type Condition,
  type Facts,
  type Groups,
} from "./index.js";

/** GrowthBook's public case file: https://github.com/growthbook/growthbook packages/sdk-js/test/cases.json */
interface Cases {
  evalCondition: [name: string, condition: Condition, facts: Facts, expected: boolean, groups?: Groups][];
  hash: [seed: string, value: string, version: number, expected: number | null][];
  getBucketRange: [
    name: string,
    input: [number, number | null, number[] | null],
    expected: [number, number][],
  ][];
  chooseVariation: [name: string, n: number, ranges: BucketRange[], expected: number][];
  inNamespace: [name: string, value: string, namespace: [string, number, number], expected: boolean][];
  getEqualWeights: [n: number, expected: number[]][];
}

const root = fileURLToPath(new URL("../../../", import.meta.url));
const file = resolve(root, process.env.SHARED_DATA ?? "../shared/data", "cases/growthbook-cases.json");
const isPresent = existsSync(file);
const load = (): Cases => JSON.parse(readFileSync(file, "utf8")) as Cases;
const rounded = (n: number): number => Math.round(n * 1e8) / 1e8;

describe.skipIf(!isPresent)("GrowthBook's public cases", () => {
  const cases = isPresent ? load() : undefined;

  test("the file is whole", () => expect(cases!.evalCondition.length).toBeGreaterThan(100));

  test.each(cases?.evalCondition ?? [])("condition: %s", (...row) => {
    const [, condition, facts, expected, groups] = row;
    expect(evaluate(condition, facts, groups)).toBe(expected);
  });

  test.each(cases?.hash ?? [])("hash %j of %j, version %i", (seed, value, version, expected) => {
    expect(hash(seed, value, version)).toBe(expected);
  });

  test.each(cases?.getBucketRange ?? [])("ranges: %s", (_, input, expected) => {
    const ranges = getBucketRanges(...input).map((range) => range.map(rounded));
    expect(ranges).toEqual(expected.map((range) => range.map(rounded)));
  });

  test.each(cases?.chooseVariation ?? [])("variation: %s", (_, n, ranges, expected) => {
    expect(chooseVariation(n, ranges)).toBe(expected);
  });

  test.each(cases?.inNamespace ?? [])("namespace: %s", (_, value, namespace, expected) => {
    expect(inNamespace(value, namespace)).toBe(expected);
  });

  test.each(cases?.getEqualWeights ?? [])("equal weights of %i", (n, expected) => {
    expect(getEqualWeights(n).map(rounded)).toEqual(expected.map(rounded));
  });
});

test.skipIf(isPresent)(`skipped: no case file at ${file}; set SHARED_DATA`, () => {
  expect(isPresent).toBe(false);
});
