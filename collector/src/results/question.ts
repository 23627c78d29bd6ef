import type { Support } from "../estimate/index.js";
import {
  readQuestions,
  readSpan,
  readSums,
  type Database,
  type Period,
  type QuestionTable,
  type Sums,
} from "../store/index.js";

/** One question with what was summed up for it over a period. */
export interface Reading {
  readonly question: QuestionTable;
  /** First and last day it has answers for. */
  readonly span: Period;
  readonly period: Period;
  readonly sums: readonly Sums[];
  /** All sets of cells the question was asked with, the newest first. */
  readonly versions: readonly Version[];
}

export interface Version extends Period {
  readonly hash: string;
  readonly n: number;
}

export interface Wanted {
  readonly site: string;
  readonly question: string;
  /** Which version; without it, the newest that has been shown to be asked by visitors. */
  readonly hash?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Reads a question's newest or chosen version; undefined when it was never asked. */
export async function readQuestion(db: Database, wanted: Wanted): Promise<Reading | undefined> {
  const asked = (await readQuestions(db, wanted.site)).filter(({ name }) => name === wanted.question);
  const found: { question: QuestionTable; span: Period }[] = [];
  for (const question of asked) {
    const span = await readSpan(db, question);
    if (span) found.push({ question, span });
  }
  // A lasting version goes before a provisional one, so that a single stray report does not hide the real question.
  found.sort(
    (a, b) =>
      b.question.lasting - a.question.lasting ||
      b.span.to - a.span.to ||
      b.question.first_day - a.question.first_day,
  );
  const chosen =
    wanted.hash === undefined ? found[0] : found.find(({ question }) => question.hash === wanted.hash);
  if (!chosen) return undefined;
  const period = { from: wanted.from ?? chosen.span.from, to: wanted.to ?? chosen.span.to };
  const versions = found.map(({ question, span }) => ({ ...span, hash: question.hash, n: question.answers }));
  return { ...chosen, period, versions, sums: await readSums(db, chosen.question, period) };
}

/** The sums of a question without arms; none where nothing was answered in the period. */
export function sumsOf({ sums }: Reading): Support {
  return sums[0] ?? { n: 0, support: [] };
}
