import { slotCells, subset } from "heimspiel/statistics";
import { cellsHash, encodeReport, toBase64url, type Answer, type Report } from "heimspiel/wire";

/** ε = 3, the default of slot and uplift questions. */
export const epsilon = 3_000_000;

/** A seeded generator of integers in [0, 2^32) for simulations (splitmix32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
}

/** A report id, distinct for each number. */
export function idOf(number: number): string {
  return number.toString(36).padStart(21, "0");
}

/** A randomized answer to a slot question from a visit that is in truth in `cell`. */
export function slotAnswer(
  slot: string,
  variants: readonly string[],
  visit: { cell: number; random: () => number },
): Answer {
  const names = slotCells(variants);
  const set = subset(visit.cell, names.length, epsilon, visit.random);
  const common = { q: `slot:${slot}`, cells: names.length, hash: cellsHash(names), eps: epsilon };
  return { ...common, m: "ss", a: toBase64url(set) };
}

/** A report with one answer to a two-variant slot. */
export function reportOf(number: number, change: Partial<Report> = {}): Report {
  const answers = [
    slotAnswer("home-hero", ["hiking", "peru"], { cell: number % 7, random: createRandom(number) }),
  ];
  return { v: 1, site: "outdoor", id: idOf(number), day: 20_779, answers, ...change };
}

/** The same as the body to send. */
export function bodyOf(number: number, change: Partial<Report> = {}): string {
  return encodeReport(reportOf(number, change));
}
