import fc from "fast-check";
import { expect, test } from "vitest";
import { toBase64url } from "./base64url.js";
import { bitmapLength } from "./bitmap.js";
import { decodeReport } from "./decode-report.js";
import { encodeReport } from "./encode-report.js";
import { limits } from "./limits.js";
import { plan } from "./plan.js";
import type { Answer, Report } from "./types.js";

const id = "V1StGXR8_Z5jdHi6B-myT";
const golden: Report = {
  v: 1,
  site: "outdoor",
  id,
  day: 20779,
  answers: [
    { q: "slot:home-hero", cells: 7, hash: "k3x9", eps: 3_000_000, m: "ss", a: "BA" },
    { q: "uplift:home-hero", cells: 2, hash: "1ccc1w1", eps: 3_000_000, m: "rr", arm: 1, a: "AQ" },
  ],
};

const names = fc.stringMatching(/^[\w.-]{1,64}$/);
const choices = <T>(items: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.array(items, { minLength: 1, maxLength: 4 });

/** The cells answered need no randomness here: ω neighbours, from some cell on. */
const sets = fc
  .record({
    q: names.map((name) => `slot:${name}`),
    cells: fc.integer({ min: limits.cellsLeast, max: limits.cells }),
    hash: fc.stringMatching(/^[a-z0-9]{4,12}$/),
    eps: fc.integer({ min: limits.microEpsilonLeast, max: limits.microEpsilon }),
    from: fc.nat(),
  })
  .map(({ from, ...common }): Answer => {
    const bitmap = new Uint8Array(bitmapLength(common.cells));
    for (let i = 0; i < plan(common.cells, common.eps).omega; i++) {
      const cell = (from + i) % common.cells;
      bitmap[cell >> 3]! |= 1 << (cell & 7);
    }
    return { ...common, m: "ss", a: toBase64url(bitmap) };
  });

const bits = fc
  .record({
    q: names.map((name) => `uplift:${name}`),
    eps: fc.integer({ min: limits.microEpsilonLeast, max: limits.microEpsilon }),
    arm: fc.constantFrom(0 as const, 1 as const),
    a: fc.constantFrom("AA", "AQ"),
  })
  .map((given): Answer => ({ ...given, cells: 2, hash: "1ccc1w1", m: "rr" }));

const reports: fc.Arbitrary<Report> = fc
  .record({
    site: names,
    id: fc.stringMatching(/^[\w-]{21}$/),
    day: fc.integer({ min: 0, max: 100_000 }),
    answers: choices(fc.oneof(sets, bits)),
  })
  .filter(({ answers }) => new Set(answers.map(({ q }) => q)).size === answers.length)
  .map((given) => ({ v: 1, ...given }));

test("golden: the bytes of a report", () => {
  const text =
    '{"v":1,"site":"outdoor","id":"V1StGXR8_Z5jdHi6B-myT","day":20779,"answers":[' +
    '{"q":"slot:home-hero","cells":7,"hash":"k3x9","eps":3000000,"m":"ss","a":"BA"},' +
    '{"q":"uplift:home-hero","cells":2,"hash":"1ccc1w1","eps":3000000,"m":"rr","arm":1,"a":"AQ"}],"pad":"';
  expect(encodeReport(golden)).toBe(`${text}${".".repeat(1536 - text.length - 2)}"}`);
});

test("up to four answers of any name, ε and number of cells come back, in a body of one length", () => {
  fc.assert(
    fc.property(reports, (report) => {
      const body = encodeReport(report);
      expect(new TextEncoder().encode(body)).toHaveLength(limits.reportBytes);
      expect(decodeReport(body)).toEqual(report);
      expect(encodeReport(decodeReport(body))).toBe(body);
    }),
  );
});

test("the greatest answers possible: four fit", () => {
  const answers = [1, 2, 3, 4].map((index): Answer => ({
    q: `${"q".repeat(8)}:${String(index).repeat(64)}`,
    cells: limits.cells,
    hash: "h".repeat(12),
    eps: limits.microEpsilon,
    m: "rr",
    arm: 1,
    a: "A".repeat(Math.ceil((bitmapLength(limits.cells) * 8) / 6)),
  }));
  const report: Report = { v: 1, site: "s".repeat(64), id, day: 1_000_000, answers };
  expect(encodeReport(report)).toHaveLength(limits.reportBytes);
});

test("what does not fit is refused", () => {
  const many = Array.from({ length: 16 }, () => ({ ...golden.answers[0]!, q: `slot:${"n".repeat(60)}` }));
  expect(() => encodeReport({ ...golden, answers: many })).toThrow(
    expect.objectContaining({ code: "report-limit" }),
  );
});

test("a name that would take more bytes than characters is refused", () => {
  expect(() => encodeReport({ ...golden, site: "läden" })).toThrow(
    expect.objectContaining({ code: "report-malformed" }),
  );
});

test("nothing but the format's own keys is sent", () => {
  const answers = golden.answers.map((answer) => ({ cell: 3, ...answer }));
  const loaded = { visitor: "someone", ...golden, answers, now: 1_795_305_600_000 };
  expect(encodeReport(loaded)).toBe(encodeReport(golden));
});
