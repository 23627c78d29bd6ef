import { cellsOf, decodeReport, fromBase64url, type Answer } from "heimspiel/wire";
import { daysKept, noArm, questionKey } from "../store/index.js";
import { Refusal } from "./refusal.js";
import type { Incoming, IncomingAnswer } from "./types.js";

const dayMs = 86_400_000;
// A device's clock may run a little ahead of ours over midnight.
const aheadMs = 600_000;

/** Whole days since 1970-01-01 (UTC). */
export const dayOf = (ms: number): number => Math.floor(ms / dayMs);

/**
 * Reads a body and checks everything that can be checked without the database.
 * @param now ms since 1970
 * @throws Refusal `malformed` or `day-out-of-range`, naming the place
 */
export function validate(text: string, now: number): Incoming {
  const report = decode(text);
  const first = dayOf(now) - daysKept + 1;
  const last = dayOf(now + aheadMs);
  if (report.day < first || report.day > last) {
    throw new Refusal("day-out-of-range", "day", `expected a day from ${first} to ${last}`);
  }
  const { site, id, day } = report;
  return { site, id, day, answers: report.answers.map((answer) => read(site, answer)) };
}

function decode(text: string): ReturnType<typeof decodeReport> {
  try {
    return decodeReport(text);
  } catch (cause) {
    const [place, ...rest] = cause instanceof Error ? cause.message.split(": ") : [];
    throw new Refusal("malformed", place ?? "body", rest.join(": ") || "no report");
  }
}

function read(site: string, answer: Answer): IncomingAnswer {
  const bytes = fromBase64url(answer.a) ?? new Uint8Array();
  const { q: name, hash } = answer;
  return {
    question: questionKey({ site, name, hash }),
    name,
    hash,
    cells: answer.cells,
    epsilon: answer.eps,
    mechanism: answer.m,
    arm: answer.arm ?? noArm,
    // One bit, 1 or 0, is the same as naming cell 0 or none.
    set: cellsOf(bytes),
  };
}
