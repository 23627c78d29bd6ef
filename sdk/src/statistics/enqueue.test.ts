import { expect, test } from "vitest";
import { enqueue } from "./enqueue.js";
import { emptyStatistics, type Given } from "./record.js";
import { id, now } from "./test/visits.js";

const day = 86_400_000;
const given = (q: string): Given => ({
  answer: { q, cells: 4, hash: "abcdefg", eps: 3_000_000, m: "ss", a: "AQ" },
  set: 1,
  names: ["none"],
});
const sender = { site: "outdoor", newId: () => id(1) };

test("nothing given: the same record", () => {
  const record = emptyStatistics();
  expect(enqueue(record, [], { ...sender, now })).toBe(record);
});

test("the last 500 answers of 13 months can be read", () => {
  let record = emptyStatistics();
  for (let at = 0; at < 600; at++)
    record = enqueue(record, [given(`slot:s${at}`)], { ...sender, now: now + at });
  expect(record.said.map(({ q }) => q)).toEqual(Array.from({ length: 500 }, (_, at) => `slot:s${at + 100}`));
  const later = enqueue(record, [given("topics")], { ...sender, now: now + 590 + 396 * day });
  expect(later.said.map(({ q }) => q)).toEqual([
    ...Array.from({ length: 9 }, (_, at) => `slot:s${at + 591}`),
    "topics",
  ]);
});
