import {
  addQuestions,
  addTallies,
  countAnswers,
  deleteDays,
  findDays,
  findQuestions,
  lockSites,
  questionKey,
  readSites,
  transact,
  writeSite,
  type Database,
  type DayKey,
  type QuestionParameters,
  type Site,
  type TallyTable,
} from "../store/index.js";
import { lastingAnswers } from "./questions.js";

/** What an export holds. */
export interface Imported {
  readonly sites: readonly Site[];
  readonly questions: readonly QuestionParameters[];
  readonly sums: readonly TallyTable[];
}

/** Why nothing was imported. */
export class ImportConflict extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ImportConflict";
  }
}

const sumsAtOnce = 10_000;

/**
 * Takes sums in, all or nothing. A question's day that has sums already is refused, or with `replace` takes the
 * imported sums instead of its own; so nothing is ever counted twice. Sites that are there keep their settings.
 * @throws ImportConflict when days are there already or a question differs
 */
export function importSums(
  db: Database,
  { sites, questions, sums }: Imported,
  { replace }: { replace: boolean },
): Promise<void> {
  const names = sites.map(({ name }) => name);
  return transact(db, async (trx) => {
    const there = new Set((await readSites(trx, names)).map(({ name }) => name));
    for (const site of sites) if (!there.has(site.name)) await writeSite(trx, site);
    await lockSites(trx, names);
    await refuseDifferent(trx, questions);
    const days = daysOf(sums);
    if (replace) await deleteDays(trx, days);
    else refuseDays(await findDays(trx, days));
    for (let at = 0; at < sums.length; at += sumsAtOnce)
      await addTallies(trx, sums.slice(at, at + sumsAtOnce));
    await countAgain(trx, questions);
  });
}

function daysOf(sums: readonly TallyTable[]): DayKey[] {
  const days = new Map<string, DayKey>();
  for (const { site, question, hash, day } of sums)
    days.set(`${site} ${question} ${hash} ${day}`, { site, question, hash, day });
  return [...days.values()];
}

async function refuseDifferent(db: Database, questions: readonly QuestionParameters[]): Promise<void> {
  const found = await findQuestions(db, questions);
  for (const question of questions) {
    const known = found.get(questionKey(question));
    if (!known) continue;
    const { cells, epsilon, mechanism } = question;
    if (known.cells !== cells || known.epsilon !== epsilon || known.mechanism !== mechanism)
      throw new ImportConflict(`${question.name} of ${question.site} has other cells or another ε here`);
  }
}

function refuseDays(days: readonly DayKey[]): void {
  const [first] = days;
  if (!first) return;
  throw new ImportConflict(
    `sums of ${days.length} days are there already, the first of ${first.question} of ${first.site}; ` +
      "nothing was imported. With --replace the file's sums take the place of these days' sums",
  );
}

/** A question's number of answers is what its sums say. */
async function countAgain(db: Database, questions: readonly QuestionParameters[]): Promise<void> {
  const [known, totals] = [await findQuestions(db, questions), await countAnswers(db, questions)];
  const rows = questions.map((question) => {
    const key = questionKey(question);
    const [total, before] = [totals.get(key) ?? 0, known.get(key)];
    const lasting = before?.lasting === 1 || total >= lastingAnswers ? (1 as const) : (0 as const);
    return { ...question, answers: total - (before?.answers ?? 0), lasting };
  });
  await addQuestions(db, rows);
}
