import { answersCell, type TallyTable } from "../store/index.js";
import type { Incoming } from "./types.js";

interface Sum extends Omit<TallyTable, "cell" | "count"> {
  readonly counts: Map<number, number>;
}

/** Adds reports up in memory, so that a batch writes as many rows as it has different cells, however many reports it has. */
export function merge(reports: readonly Incoming[]): TallyTable[] {
  const sums = new Map<string, Sum>();
  for (const { site, day, answers } of reports) {
    for (const { name: question, hash, arm, set } of answers) {
      const key = `${site} ${question} ${hash} ${arm} ${day}`;
      const sum: Sum = sums.get(key) ?? { site, question, hash, arm, day, counts: new Map() };
      sums.set(key, sum);
      for (const cell of [answersCell, ...set]) sum.counts.set(cell, (sum.counts.get(cell) ?? 0) + 1);
    }
  }
  return [...sums.values()].flatMap(({ counts, ...row }) =>
    [...counts].map(([cell, count]) => ({ ...row, cell, count })),
  );
}
