import { HeimspielError } from "../kernel/index.js";
import { fromBase64url } from "./base64url.js";
import { bitmapLength, cellsOf } from "./bitmap.js";
import { limits, patterns } from "./limits.js";
import { plan } from "./plan.js";
import type { Answer, Report } from "./types.js";

type Fields = Record<string, unknown>;

/**
 * Reads and checks all of a report that can be checked without the site's data: version, names, lengths, ε and cell
 * limits, one answer a question, and that every bit map has the right length and exactly ω set bits (an unchecked
 * one could move an estimate as far as it likes). Unknown keys are refused; padding is dropped.
 * @throws HeimspielError `report-limit` when the text is over `limits.bodyBytes`, else `report-malformed`; the message
 *   begins with the place, such as `answers[1].eps`
 * @example decodeReport(encodeReport(report)) // equals report
 */
export function decodeReport(text: string): Report {
  if (text.length > limits.bodyBytes) {
    throw new HeimspielError("report-limit", `body: at most ${limits.bodyBytes} bytes`);
  }
  const body = fields(parse(text), "body", ["v", "site", "id", "day", "answers", "pad"]);
  check(body.v === 1, "v", "1");
  check(body.pad === undefined || typeof body.pad === "string", "pad", "a text");
  const site = name(body.site, patterns.site, "site");
  const id = name(body.id, patterns.id, "id");
  const day = whole(body.day, 0, 1e6, "day");
  return { v: 1, site, id, day, answers: readAnswers(body.answers) };
}

function readAnswers(list: unknown): Answer[] {
  check(Array.isArray(list), "answers", "a list");
  check(list.length > 0 && list.length <= limits.answers, "answers", `1 to ${limits.answers}`);
  const answers = list.map((item, index) => readAnswer(item, `answers[${index}]`));
  const seen = new Set<string>();
  answers.forEach(({ q }, index) => {
    check(!seen.has(q), `answers[${index}].q`, "each question once");
    seen.add(q);
  });
  return answers;
}

function readAnswer(value: unknown, place: string): Answer {
  const item = fields(value, place, ["q", "cells", "hash", "eps", "m", "arm", "a"]);
  const { m, arm } = item;
  check(m === "ss" || m === "rr", `${place}.m`, '"ss" or "rr"');
  const q = name(item.q, patterns.question, `${place}.q`);
  const cells = whole(item.cells, limits.cellsLeast, m === "rr" ? 2 : limits.cells, `${place}.cells`);
  const hash = name(item.hash, patterns.hash, `${place}.hash`);
  const eps = whole(item.eps, limits.microEpsilonLeast, limits.microEpsilon, `${place}.eps`);
  check(typeof item.a === "string", `${place}.a`, "a text");
  const common: Answer = { q, cells, hash, eps, m, a: item.a };
  if (m === "ss") {
    check(arm === undefined, `${place}.arm`, 'none with "ss"');
    checkSet(common, `${place}.a`);
    return common;
  }
  check(arm === 0 || arm === 1, `${place}.arm`, "0 or 1");
  check(item.a === "AA" || item.a === "AQ", `${place}.a`, "one byte, 0 or 1");
  return { ...common, arm };
}

function checkSet({ a, cells, eps }: Answer, place: string): void {
  const bitmap = fromBase64url(a);
  check(bitmap?.length === bitmapLength(cells), place, `${bitmapLength(cells)} bytes as base64url`);
  const set = cellsOf(bitmap);
  const { omega } = plan(cells, eps);
  check((set.at(-1) ?? 0) < cells, place, "no bit beyond the cells");
  check(set.length === omega, place, `${omega} set bits`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HeimspielError("report-malformed", "body: JSON expected", { cause });
  }
}

function fields(value: unknown, place: string, known: readonly string[]): Fields {
  check(typeof value === "object" && value !== null && !Array.isArray(value), place, "an object");
  for (const key of Object.keys(value))
    check(known.includes(key), `${place}.${key.slice(0, 20)}`, "no such key");
  return value as Fields;
}

function name(value: unknown, pattern: RegExp, place: string): string {
  if (typeof value === "string" && pattern.test(value)) return value;
  throw malformed(place, String(pattern));
}

function whole(value: unknown, least: number, most: number, place: string): number {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
    return value as number;
  throw malformed(place, `an integer from ${least} to ${most}`);
}

function check(holds: boolean, place: string, expected: string): asserts holds {
  if (!holds) throw malformed(place, expected);
}

const malformed = (place: string, expected: string): HeimspielError =>
  new HeimspielError("report-malformed", `${place}: expected ${expected}`);
