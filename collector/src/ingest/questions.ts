import {
  addQuestions,
  countQuestions,
  findQuestions,
  questionKey,
  type Database,
  type QuestionTable,
} from "../store/index.js";
import { Refusal } from "./refusal.js";
import type { Incoming, IncomingAnswer } from "./types.js";

/** A question becomes lasting at this many answers, and is shown from then on. */
export const lastingAnswers = 20;

/** At most this many lasting and as many provisional questions a site. */
export const questionsAtMost = 200;

/** What one transaction knows of the questions its reports ask. */
export interface Book {
  /** The first reason not to count a report, if there is one. Learns nothing. */
  judge(report: Incoming): Refusal | undefined;
  /** Counts the answers of a report, learning its questions where they are new. */
  count(report: Incoming): void;
  /** Writes down what was learned and counted. */
  write(db: Database): Promise<void>;
}

interface Entry {
  readonly row: QuestionTable;
  added: number;
}

/** Reads what the reports' questions are, as far as they are known. */
export async function openBook(db: Database, reports: readonly Incoming[], today: number): Promise<Book> {
  const keys = reports.flatMap(({ site, answers }) =>
    answers.map(({ name, hash }) => ({ site, name, hash })),
  );
  const entries = new Map<string, Entry>();
  for (const [key, row] of await findQuestions(db, keys)) entries.set(key, { row: { ...row }, added: 0 });
  const counts = new Map<string, { lasting: number; provisional: number }>();
  for (const site of new Set(keys.map((key) => key.site))) counts.set(site, await countQuestions(db, site));
  return {
    judge: (report) => judge(report, entries, counts.get(report.site)?.provisional ?? 0),
    count: (report) => {
      const count = counts.get(report.site) ?? { lasting: 0, provisional: 0 };
      for (const answer of report.answers)
        countAnswer(entryOf(entries, { report, answer, count, today }), count);
    },
    async write(into) {
      const touched = [...entries.values()].filter((entry) => entry.added > 0);
      await addQuestions(
        into,
        touched.map(({ row, added }) => ({ ...row, answers: added })),
      );
    },
  };
}

function judge(
  report: Incoming,
  entries: ReadonlyMap<string, Entry>,
  provisional: number,
): Refusal | undefined {
  let learned = 0;
  for (const [index, answer] of report.answers.entries()) {
    const known = entries.get(questionKey({ site: report.site, ...answer }))?.row;
    const differs = known && differenceOf(known, answer);
    if (differs)
      return new Refusal("question-differs", `answers[${index}].${differs}`, `differs from ${answer.name}'s`);
    if (!known && provisional + ++learned > questionsAtMost) {
      return new Refusal("too-many-questions", `answers[${index}].q`, "the site has too many new questions");
    }
  }
  return undefined;
}

/** The wire's name of the first part in which an answer contradicts its question. */
function differenceOf(known: QuestionTable, answer: IncomingAnswer): "cells" | "eps" | "m" | undefined {
  if (known.cells !== answer.cells) return "cells";
  if (known.epsilon !== answer.epsilon) return "eps";
  return known.mechanism === answer.mechanism ? undefined : "m";
}

interface Asked {
  report: Incoming;
  answer: IncomingAnswer;
  count: { provisional: number };
  today: number;
}

function entryOf(entries: Map<string, Entry>, { report, answer, count, today }: Asked): Entry {
  const key = questionKey({ site: report.site, ...answer });
  const known = entries.get(key);
  if (known) return known;
  const { name, hash, cells, epsilon, mechanism } = answer;
  const row: QuestionTable = {
    ...{ site: report.site, name, hash, cells, epsilon, mechanism },
    ...{ first_day: today, answers: 0, lasting: 0 },
  };
  const entry = { row, added: 0 };
  entries.set(key, entry);
  count.provisional++;
  return entry;
}

function countAnswer(entry: Entry, count: { lasting: number; provisional: number }): void {
  entry.added++;
  const full = entry.row.answers + entry.added >= lastingAnswers && count.lasting < questionsAtMost;
  if (entry.row.lasting === 1 || !full) return;
  entry.row.lasting = 1;
  count.lasting++;
  count.provisional--;
}
