import type { Random } from "../kernel/index.js";
import { cellsHash, cellsOf, toBase64url, type Answer } from "../wire/index.js";
import { bit } from "./bit.js";
import type { Question } from "./questions.js";
import type { Given } from "./record.js";
import { subset } from "./subset.js";

/** So many cells of an answer are kept by name. */
const named = 5;

/** Draws the randomized answer to a question. @param eps micro-ε */
export function give(question: Question, eps: number, random: Random): Given {
  const { q, cells } = question;
  const common = { q, cells: cells.length, hash: cellsHash(cells), eps };
  if (question.kind === "uplift") {
    const said = bit(question.value, eps, random);
    const answer: Answer = {
      ...common,
      m: "rr",
      arm: question.arm,
      a: toBase64url(Uint8Array.of(Number(said))),
    };
    return { answer, set: 1, names: [said ? "goal" : "none"] };
  }
  const bitmap = subset(question.cell, cells.length, eps, random);
  const set = cellsOf(bitmap);
  return {
    answer: { ...common, m: "ss", a: toBase64url(bitmap) },
    set: set.length,
    names: set.slice(0, named).map((cell) => cells[cell] as string),
  };
}
