import {
  addQuestions,
  countQuestions,
  findQuestions,
  lockSites,
  questionKey,
  type Database,
  type QuestionKey,
  type QuestionTable,
} from "../store/index.js";
import { fixedQuestions } from "./fixed.js";
import { Refusal } from "./refusal.js";
import type { Incoming, IncomingAnswer } from "./types.js";

/** A question becomes lasting at this many answers, and is shown from then on. */
export const lastingAnswers = 20;

/** At most this many lasting and as many provisional questions a site. */
export const questionsAtMost = 200;

/** What one transaction knows of the questions its reports ask. */
export interface Book {
  /** Whether there is a site of this name. */
  knows(site: string): boolean;
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

interface Counts {
  lasting: number;
  provisional: number;
}

/** What the transaction knows. `sites` has those that are asked about and exist, `counts` and `fixed` have the sites at which something may be learned. */
interface Known {
  readonly sites: ReadonlySet<string>;
  readonly entries: Map<string, Entry>;
  readonly counts: ReadonlyMap<string, Counts>;
  /** Keys of the only questions a site learns, where its list is fixed. */
  readonly fixed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads what the reports' questions are, as far as they are known. */
export async function openBook(db: Database, reports: readonly Incoming[], today: number): Promise<Book> {
  const known = await readKnown(db, reports);
  const { entries } = known;
  return {
    knows: (site) => known.sites.has(site),
    judge: (report) => judge(report, known),
    count: (report) => {
      const count = known.counts.get(report.site);
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

async function readKnown(db: Database, reports: readonly Incoming[]): Promise<Known> {
  const asked = new Map<string, QuestionKey>();
  for (const { site, answers } of reports)
    for (const { question, name, hash } of answers)
      if (!asked.has(question)) asked.set(question, { site, name, hash });
  const keys = [...asked.values()];
  let found = await findQuestions(db, keys);
  const learning = keys.filter((key) => found.get(questionKey(key))?.lasting !== 1);
  const sites = new Set([...found.values()].map(({ site }) => site));
  const names = [...new Set(learning.map(({ site }) => site))];
  const counts = new Map<string, Counts>();
  if (names.length > 0) {
    const locked = await lockSites(db, names);
    // Another process may have learned or forgotten some of them until the lock was ours.
    found = await findQuestions(db, keys);
    for (const site of locked) {
      sites.add(site);
      counts.set(site, await countQuestions(db, site));
    }
  }
  const entries = [...found].map(([key, row]) => [key, { row, added: 0 }] as const);
  return { sites, entries: new Map(entries), counts, fixed: await fixedQuestions(db, names) };
}

function judge(report: Incoming, { entries, counts, fixed }: Known): Refusal | undefined {
  const list = fixed.get(report.site);
  let provisional = counts.get(report.site)?.provisional ?? 0;
  for (const [index, answer] of report.answers.entries()) {
    const known = entries.get(answer.question)?.row;
    const differs = known && differenceOf(known, answer);
    if (differs)
      return new Refusal("question-differs", `answers[${index}].${differs}`, `differs from ${answer.name}'s`);
    if (known) continue;
    const place = `answers[${index}].q`;
    if (list?.has(answer.question) === false)
      return new Refusal("unknown-question", place, "the site's questions are fixed, without this one");
    if (++provisional > questionsAtMost)
      return new Refusal("too-many-questions", place, "the site has too many new questions");
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
  count: Counts | undefined;
  today: number;
}

function entryOf(entries: Map<string, Entry>, { report, answer, count, today }: Asked): Entry {
  const known = entries.get(answer.question);
  if (known) return known;
  const { question, name, hash, cells, epsilon, mechanism } = answer;
  const row: QuestionTable = {
    ...{ site: report.site, name, hash, cells, epsilon, mechanism },
    ...{ first_day: today, answers: 0, lasting: 0 },
  };
  const entry = { row, added: 0 };
  entries.set(question, entry);
  if (count) count.provisional++;
  return entry;
}

function countAnswer(entry: Entry, count: Counts | undefined): void {
  entry.added++;
  if (!count || entry.row.lasting === 1 || count.lasting >= questionsAtMost) return;
  if (entry.row.answers + entry.added < lastingAnswers) return;
  entry.row.lasting = 1;
  count.lasting++;
  count.provisional--;
}
