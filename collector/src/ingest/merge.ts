import { answersCell, type TallyTable } from "../store/index.js";
import type { Incoming } from "./types.js";

interface Sum {
  readonly row: Omit<TallyTable, "cell" | "count">;
  n: number;
  /** How many answers named each cell. */
  readonly support: number[];
}

/** Adds reports up in memory, so that a batch writes as many rows as it has different cells, however many reports it has. */
export function merge(reports: readonly Incoming[]): TallyTable[] {
  const sums = new Map<string, Sum[]>();
  for (const { site, day, answers } of reports) {
    for (const { question: key, name: question, hash, arm, set } of answers) {
      const ofQuestion = sums.get(key) ?? [];
      if (ofQuestion.length === 0) sums.set(key, ofQuestion);
      let sum = ofQuestion.find(({ row }) => row.arm === arm && row.day === day);
      if (!sum) ofQuestion.push((sum = { row: { site, question, hash, arm, day }, n: 0, support: [] }));
      sum.n++;
      for (const cell of set) sum.support[cell] = (sum.support[cell] ?? 0) + 1;
    }
  }
  return [...sums.values()].flat().flatMap(rowsOf);
}

function rowsOf({ row, n, support }: Sum): TallyTable[] {
  const cells = support.map((count, cell) => ({ ...row, cell, count }));
  // What is missing in a sparse array is skipped by flat().
  return [{ ...row, cell: answersCell, count: n }, ...cells.flat()];
}
