import { sql } from "kysely";
import { keyColumns, questionKey, type QuestionKey } from "./questions.js";
import { rowsOf, type Columns } from "./rows.js";
import { answersCell, type Database, type TallyTable } from "./schema.js";

const columns: Columns<TallyTable> = {
  ...{ site: "text", question: "text", hash: "text" },
  ...{ arm: "integer", day: "integer", cell: "integer", count: "bigint" },
};
const names = ["site", "question", "hash", "arm", "day", "cell", "count"] as const;

function compare(a: TallyTable, b: TallyTable): number {
  for (const name of ["site", "question", "hash"] as const)
    if (a[name] !== b[name]) return a[name] < b[name] ? -1 : 1;
  return a.arm - b.arm || a.day - b.day || a.cell - b.cell;
}

/** Adds to sums. The rows are written in the order of their keys: two writers in different orders deadlock PostgreSQL. */
export async function addTallies(db: Database, tallies: readonly TallyTable[]): Promise<void> {
  const sorted = [...tallies].sort(compare);
  await db
    .insertInto("tally")
    .columns(names)
    .expression(
      db
        .selectFrom(rowsOf(db, sorted, columns))
        .select(names)
        .where(sql.lit(true)),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["site", "question", "hash", "arm", "day", "cell"])
        .doUpdateSet((set) => ({ count: set("tally.count", "+", set.ref("excluded.count")) })),
    )
    .execute();
}

/** Forgets all sums of the given questions. */
export async function deleteTallies(db: Database, questions: readonly QuestionKey[]): Promise<void> {
  const keys = db.selectFrom(rowsOf(db, questions, keyColumns)).select(["site", "name", "hash"]);
  await db
    .deleteFrom("tally")
    .where(({ eb, refTuple }) =>
      eb(refTuple("site", "question", "hash"), "in", keys.$asTuple("site", "name", "hash")),
    )
    .execute();
}

/** One day of a question. */
export type DayKey = Pick<TallyTable, "site" | "question" | "hash" | "day">;

const dayNames = ["site", "question", "hash", "day"] as const;
const dayColumns: Columns<DayKey> = { site: "text", question: "text", hash: "text", day: "integer" };

/** Those of the days that have sums, in the order of their keys. */
export async function findDays(db: Database, days: readonly DayKey[]): Promise<DayKey[]> {
  const keys = db.selectFrom(rowsOf(db, days, dayColumns)).select(dayNames);
  return db
    .selectFrom("tally")
    .select(dayNames)
    .distinct()
    .where(({ eb, refTuple }) =>
      eb(refTuple("site", "question", "hash", "day"), "in", keys.$asTuple("site", "question", "hash", "day")),
    )
    .orderBy("site")
    .orderBy("question")
    .orderBy("hash")
    .orderBy("day")
    .execute();
}

/** Forgets the sums of the days. */
export async function deleteDays(db: Database, days: readonly DayKey[]): Promise<void> {
  const keys = db.selectFrom(rowsOf(db, days, dayColumns)).select(dayNames);
  await db
    .deleteFrom("tally")
    .where(({ eb, refTuple }) =>
      eb(refTuple("site", "question", "hash", "day"), "in", keys.$asTuple("site", "question", "hash", "day")),
    )
    .execute();
}

/** How many answers each question has had in all, by its key. */
export async function countAnswers(
  db: Database,
  questions: readonly QuestionKey[],
): Promise<Map<string, number>> {
  const keys = questions.map(({ site, name, hash }) => ({ site, name, hash }));
  const rows = await db
    .selectFrom(rowsOf(db, keys, keyColumns))
    .innerJoin("tally", (join) =>
      join
        .onRef("tally.site", "=", "r.site")
        .onRef("tally.question", "=", "r.name")
        .onRef("tally.hash", "=", "r.hash"),
    )
    .select(["r.site", "r.name", "r.hash", sql<number | string>`sum(tally.count)`.as("count")])
    .where("tally.cell", "=", answersCell)
    .groupBy(["r.site", "r.name", "r.hash"])
    .execute();
  return new Map(rows.map((row) => [questionKey(row), Number(row.count)]));
}

/** What was answered to one question in one arm (-1 where there are none): `support[cell]` counts the answers that named the cell. */
export interface Sums {
  readonly arm: number;
  readonly n: number;
  readonly support: readonly number[];
}

/** Days since 1970-01-01 (UTC), both included. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** The sums of a question over a period, one entry an arm. */
export async function readSums(db: Database, key: SumsKey, period: Period): Promise<Sums[]> {
  return (await readStepSums(db, key, { ...period, days: period.to - period.from + 1 }))[0] ?? [];
}

type SumsKey = QuestionKey & { cells: number };

/** The same in steps of some days from the period's first on; a step without answers is empty. */
export async function readStepSums(
  db: Database,
  key: SumsKey,
  { from, to, days }: Period & { days: number },
): Promise<Sums[][]> {
  const rows = await db
    .selectFrom("tally")
    .select(["arm", "cell", sql<number | string>`sum(count)`.as("count")])
    .select(sql<number>`(day - ${sql.lit(from)}) / ${sql.lit(days)}`.as("step"))
    .where("site", "=", key.site)
    .where("question", "=", key.name)
    .where("hash", "=", key.hash)
    .where("day", ">=", from)
    .where("day", "<=", to)
    .groupBy(["step", "arm", "cell"])
    .orderBy("arm")
    .execute();
  const steps: (Map<number, { n: number; support: number[] }> | undefined)[] = [];
  for (const { step, arm, cell, count } of rows) {
    const arms = steps[step] ?? new Map<number, { n: number; support: number[] }>();
    steps[step] = arms;
    const sums = arms.get(arm) ?? { n: 0, support: Array.from({ length: key.cells }, () => 0) };
    arms.set(arm, sums);
    if (cell === answersCell) sums.n = Number(count);
    else sums.support[cell] = Number(count);
  }
  return Array.from(steps, (arms) => Array.from(arms ?? [], ([arm, sums]) => ({ arm, ...sums })));
}

/** First and last day a question has answers for; undefined where it has none. */
export async function readSpan(db: Database, key: QuestionKey): Promise<Period | undefined> {
  const row = await db
    .selectFrom("tally")
    .select((select) => [select.fn.min("day").as("from"), select.fn.max("day").as("to")])
    .where("site", "=", key.site)
    .where("question", "=", key.name)
    .where("hash", "=", key.hash)
    .executeTakeFirst();
  const { from, to } = row as { from: number | null; to: number | null };
  return from === null || to === null ? undefined : { from, to };
}
