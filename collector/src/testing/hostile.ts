import fc from "fast-check";
import { decodeReport } from "heimspiel/wire";
import { bodyOf, reportOf } from "./visitor.js";

// Bodies that no device sends, from random bytes to those that are one value off.
const json = fc.jsonValue({ maxDepth: 3 });
const odd = fc.oneof(
  json,
  fc.constantFrom(-1, 0.5, 1e308, 2 ** 53, "", "\0", "__proto__", "ＡＡ", "x".repeat(3000), [], {}),
);
const deep = fc
  .record({ depth: fc.integer({ min: 100, max: 2000 }), open: fc.constantFrom("[", '{"v":', '{"answers":[') })
  .map(({ depth, open }) => open.repeat(depth).slice(0, 4000));
const large = fc.integer({ min: 4097, max: 9000 }).map((length) => "x".repeat(length));

/** A report with one part replaced. */
function nearly(day: number): fc.Arbitrary<string> {
  const report = reportOf(1, { day });
  const part = fc
    .record({ key: fc.constantFrom("v", "site", "id", "day", "answers"), value: odd })
    .map(({ key, value }) => ({ ...report, [key]: value }));
  const answerPart = fc
    .record({ key: fc.constantFrom("q", "cells", "hash", "eps", "m", "a"), value: odd })
    .map(({ key, value }) => ({ ...report, answers: [{ ...report.answers[0], [key]: value }] }));
  return fc.oneof(part, answerPart).map((value) => JSON.stringify(value));
}

/** A report's text with something that is none in it: other keys, other numbers, an end too soon. */
function broken(day: number): fc.Arbitrary<string> {
  const body = bodyOf(1, { day });
  const keys = fc
    .record({
      key: fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "extra"),
      value: json,
    })
    .map(({ key, value }) => body.replace("{", `{${JSON.stringify(key)}:${JSON.stringify(value)},`));
  const numbers = fc
    .record({
      number: fc.constantFrom("1e999", "-1", "1e-999", "9".repeat(400), "0x10", "NaN", "1_000", "+1"),
      key: fc.constantFrom("v", "day", "cells", "eps"),
    })
    .map(({ number, key }) => body.replace(new RegExp(`"${key}":\\d+`), `"${key}":${number}`));
  const cut = fc.nat(body.length - 1).map((at) => body.slice(0, at));
  return fc.oneof(keys, numbers, cut);
}

function wrongUtf8(day: number): fc.Arbitrary<Uint8Array> {
  const bytes = fc.constantFrom([0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0]);
  return fc.record({ at: fc.nat(60), bytes }).map(({ at, bytes }) => {
    const body = Buffer.from(bodyOf(1, { day }));
    body.set(bytes, at);
    return body;
  });
}

function isReport(body: string | Uint8Array): boolean {
  try {
    decodeReport(typeof body === "string" ? body : Buffer.from(body).toString());
    return true;
  } catch {
    // Most are none, that is what they are made for.
    return false;
  }
}

/** What is sent by those who try, on a day on which reports are taken. None of it is a report. */
export function hostile(day: number): fc.Arbitrary<string | Uint8Array> {
  const random = [fc.uint8Array({ maxLength: 200 }), fc.string(), fc.json()];
  const all = fc.oneof(...random, deep, large, nearly(day), broken(day), wrongUtf8(day));
  return all.filter((body) => !isReport(body));
}
