import { answersCell, type TallyTable } from "../store/index.js";
import type { Incoming } from "./types.js";

/** Adds reports up in memory, so that a batch writes as many rows as it has different cells, however many reports it has. */
export function merge(reports: readonly Incoming[]): TallyTable[] {
  const sums = new Map<string, TallyTable>();
  for (const report of reports) {
    for (const answer of report.answers) {
      for (const cell of [answersCell, ...answer.set]) {
        const { site, day } = report;
        const { name: question, hash, arm } = answer;
        const key = `${site} ${question} ${hash} ${arm} ${day} ${cell}`;
        const sum = sums.get(key);
        if (sum) sum.count++;
        else sums.set(key, { site, question, hash, arm, day, cell, count: 1 });
      }
    }
  }
  return [...sums.values()];
}
