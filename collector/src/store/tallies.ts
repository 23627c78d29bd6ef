import { sql } from "kysely";
import { chunks } from "./chunks.js";
import type { QuestionKey } from "./questions.js";
import { answersCell, type Database, type TallyTable } from "./schema.js";

function compare(a: TallyTable, b: TallyTable): number {
  const text = (row: TallyTable): string => `${row.site} ${row.question} ${row.hash}`;
  if (text(a) !== text(b)) return text(a) < text(b) ? -1 : 1;
  return a.arm - b.arm || a.day - b.day || a.cell - b.cell;
}

/** Adds to sums. The rows are written in the order of their keys: two writers in different orders deadlock PostgreSQL. */
export async function addTallies(db: Database, tallies: readonly TallyTable[]): Promise<void> {
  for (const part of chunks([...tallies].sort(compare), 128)) {
    await db
      .insertInto("tally")
      .values(part)
      .onConflict((conflict) =>
        conflict
          .columns(["site", "question", "hash", "arm", "day", "cell"])
          .doUpdateSet((set) => ({ count: set("tally.count", "+", set.ref("excluded.count")) })),
      )
      .execute();
  }
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
export async function readSums(
  db: Database,
  key: QuestionKey & { cells: number },
  period: Period,
): Promise<Sums[]> {
  const rows = await db
    .selectFrom("tally")
    .select(["arm", "cell", sql<number | string>`sum(count)`.as("count")])
    .where("site", "=", key.site)
    .where("question", "=", key.name)
    .where("hash", "=", key.hash)
    .where("day", ">=", period.from)
    .where("day", "<=", period.to)
    .groupBy(["arm", "cell"])
    .execute();
  const arms = [...new Set(rows.map((row) => row.arm))].sort((a, b) => a - b);
  return arms.map((arm) => {
    const count = (cell: number): number =>
      Number(rows.find((row) => row.arm === arm && row.cell === cell)?.count ?? 0);
    return {
      arm,
      n: count(answersCell),
      support: Array.from({ length: key.cells }, (_, cell) => count(cell)),
    };
  });
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
