import { plan } from "heimspiel/statistics";
import { cellsHash } from "heimspiel/wire";
import { addQuestions, addTallies, answersCell, noArm, type Database } from "../store/index.js";

/** Answers to one question as they are on average, so that an estimate is the truth itself. */
export interface KnownSums {
  readonly question: string;
  /** Names of the cells. */
  readonly cells: readonly string[];
  /** Share of each cell; for an arm, the cell 0 is the goal. */
  readonly truth: readonly number[];
  /** Answers on each day. */
  readonly n: number;
  /** Days since 1970-01-01 (UTC). */
  readonly days: readonly number[];
  /** ε in millionths. */
  readonly epsilon: number;
  readonly arm?: number;
}

/** Writes sums to the site "outdoor" as if devices had sent them. */
export async function writeSums(db: Database, sums: KnownSums): Promise<void> {
  const { question: name, cells, truth, n, days, epsilon, arm = noArm } = sums;
  const key = { site: "outdoor", hash: cellsHash(cells) };
  const mechanism = arm === noArm ? "ss" : "rr";
  const answers = n * days.length;
  const first_day = Math.min(...days);
  await addQuestions(db, [
    { ...key, name, cells: cells.length, epsilon, mechanism, first_day, answers, lasting: 1 },
  ]);
  const { p, q } = plan(cells.length, epsilon);
  const counts = truth.map((share) => Math.round(n * (share * p + (1 - share) * q)));
  const rows = [[answersCell, n] as const, ...counts.map((count, cell) => [cell, count] as const)];
  await addTallies(
    db,
    days.flatMap((day) => rows.map(([cell, count]) => ({ ...key, question: name, arm, day, cell, count }))),
  );
}
