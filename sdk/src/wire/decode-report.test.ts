import fc from "fast-check";
import { HeimspielError } from "../kernel/index.js";
import { expect, test } from "vitest";
import { decodeReport } from "./decode-report.js";
import { limits } from "./limits.js";

const slot = { q: "slot:home-hero", cells: 7, hash: "k3x9", eps: 3_000_000, m: "ss", a: "BA" };
const uplift = { q: "uplift:home-hero", cells: 2, hash: "1ccc1w1", eps: 3_000_000, m: "rr", arm: 0, a: "AA" };
const report = { v: 1, site: "outdoor", id: "V1StGXR8_Z5jdHi6B-myT", day: 20779, answers: [slot, uplift] };

const faultOf = (text: string): HeimspielError => {
  try {
    decodeReport(text);
  } catch (error) {
    if (error instanceof HeimspielError) return error;
    throw error;
  }
  throw new Error("accepted");
};

test("a hand-written report is read, whatever its padding", () => {
  expect(decodeReport(JSON.stringify(report))).toEqual(report);
  expect(decodeReport(JSON.stringify({ ...report, pad: "…" }))).toEqual(report);
});

test.each([
  ["v", { v: 2 }],
  ["v", { v: "1" }],
  ["site", { site: "" }],
  ["site", { site: "a b" }],
  ["site", { site: "s".repeat(65) }],
  ["site", { site: 7 }],
  ["id", { id: "short" }],
  ["id", { id: "V1StGXR8_Z5jdHi6B-my!" }],
  ["id", { id: "V1StGXR8_Z5jdHi6B-myTT" }],
  ["day", { day: 20779.5 }],
  ["day", { day: -1 }],
  ["day", { day: "20779" }],
  ["day", { day: null }],
  ["day", { day: 1e9 }],
  ["pad", { pad: 1 }],
  ["answers", { answers: {} }],
  ["answers", { answers: [] }],
  ["answers", { answers: Array(17).fill(slot) }],
  ["answers[0]", { answers: [null] }],
  ["answers[0]", { answers: [[]] }],
  ["answers[1].q", { answers: [slot, slot] }],
  ["body.visitor", { visitor: "someone" }],
])("names the place: %s of %j", (place, change) => {
  const fault = faultOf(JSON.stringify({ ...report, ...change }));
  expect(fault.code).toBe("report-malformed");
  expect(fault.message.split(": ")[0]).toBe(place);
});

test.each([
  ["q", { q: "Slot:x" }],
  ["q", { q: "slot:a b" }],
  ["q", { q: "slot:" }],
  ["q", { q: undefined }],
  ["cells", { cells: 1 }],
  ["cells", { cells: limits.cells + 1 }],
  ["cells", { cells: 7.5 }],
  ["hash", { hash: "abc" }],
  ["hash", { hash: "a".repeat(13) }],
  ["eps", { eps: 0 }],
  ["eps", { eps: -3_000_000 }],
  ["eps", { eps: 3.5 }],
  ["eps", { eps: 10_000_001 }],
  ["eps", { eps: "3000000" }],
  ["m", { m: "xx" }],
  ["arm", { arm: 0 }],
  ["a", { a: undefined }],
  ["a", { a: "" }],
  ["a", { a: "BAAA" }],
  ["a", { a: "B!" }],
  ["a", { a: "BB" }],
  ["a", { a: "gA" }],
  ["a", { a: "AA" }],
  ["a", { a: "Bg" }],
  ["a", { cells: 8, a: "_w" }],
  ["cell", { cell: 3 }],
])("names the place in an answer: %s of %j", (key, change) => {
  const answers = [uplift, { ...slot, ...change }];
  const fault = faultOf(JSON.stringify({ ...report, answers }));
  expect(fault.code).toBe("report-malformed");
  expect(fault.message.split(": ")[0]).toBe(`answers[1].${key}`);
});

test.each([
  ["cells", { cells: 3 }],
  ["arm", { arm: undefined }],
  ["arm", { arm: 2 }],
  ["arm", { arm: true }],
  ["a", { a: "Ag" }],
  ["a", { a: "A" }],
])("names the place in a bit: %s of %j", (key, change) => {
  const answers = [{ ...uplift, ...change }];
  const fault = faultOf(JSON.stringify({ ...report, answers }));
  expect(fault.message.split(": ")[0]).toBe(`answers[0].${key}`);
});

test("ω set bits, no more and no fewer: k = 64, ε = 1 wants 17", () => {
  const with64 = (set: number): string => {
    const bytes = new Uint8Array(8);
    for (let cell = 0; cell < set; cell++) bytes[cell >> 3]! |= 1 << (cell & 7);
    const a = Buffer.from(bytes).toString("base64url");
    return JSON.stringify({ ...report, answers: [{ ...slot, cells: 64, eps: 1_000_000, a }] });
  };
  expect(decodeReport(with64(17)).answers).toHaveLength(1);
  for (const set of [0, 16, 18, 64]) expect(faultOf(with64(set)).message).toContain("17 set bits");
});

test("keys that mean something to JavaScript are unknown keys", () => {
  const text = JSON.stringify(report).replace("{", '{"__proto__":{"v":1},');
  expect(faultOf(text).message).toContain("body.__proto__");
});

test.each(["", "{", "null", "[]", '"text"', "7"])("%j is no report", (text) => {
  expect(faultOf(text)).toMatchObject({ code: "report-malformed" });
  expect(faultOf(text).message).toMatch(/^body: /);
});

test("4,096 characters are read, one more is over the limit", () => {
  const padded = (length: number): string => {
    const bare = JSON.stringify({ ...report, pad: "" });
    return JSON.stringify({ ...report, pad: ".".repeat(length - bare.length) });
  };
  expect(decodeReport(padded(4096))).toEqual(report);
  expect(faultOf(padded(4097)).code).toBe("report-limit");
});

test("any text is read or refused with a code, never anything else", () => {
  const known = fc.constantFrom(...Object.keys(report), ...Object.keys(slot), "pad", "arm");
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(report.answers, [slot], [uplift], 1));
  fc.assert(
    fc.property(known, value, fc.boolean(), (key, replacement, inside) => {
      const changed = inside
        ? { ...report, answers: [{ ...slot, [key]: replacement }] }
        : { ...report, [key]: replacement };
      const text = JSON.stringify(changed);
      try {
        expect(decodeReport(text)).toMatchObject({ v: 1 });
      } catch (error) {
        expect(error).toMatchObject({ code: "report-malformed" });
      }
    }),
    { numRuns: 300 },
  );
});
