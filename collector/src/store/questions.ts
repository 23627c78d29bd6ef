import { sql } from "kysely";
import { rowsOf, type Columns } from "./rows.js";
import type { Database, QuestionTable } from "./schema.js";

export type QuestionKey = Pick<QuestionTable, "site" | "name" | "hash">;

export const keyColumns: Columns<QuestionKey> = { site: "text", name: "text", hash: "text" };

const columns: Columns<QuestionTable> = {
  ...{ ...keyColumns, cells: "integer", epsilon: "integer", mechanism: "text" },
  ...{ first_day: "integer", answers: "bigint", lasting: "integer" },
};
const names = Object.keys(columns) as (keyof typeof columns)[];

/** The identity of a question as one text; names hold no space. */
export function questionKey(question: QuestionKey): string {
  return `${question.site} ${question.name} ${question.hash}`;
}

/** The questions of these keys, as far as they are known. */
export async function findQuestions(
  db: Database,
  keys: readonly QuestionKey[],
): Promise<Map<string, QuestionTable>> {
  const rows = await db
    .selectFrom(rowsOf(db, keys, keyColumns))
    .innerJoin("question", (join) =>
      join
        .onRef("question.site", "=", "r.site")
        .onRef("question.name", "=", "r.name")
        .onRef("question.hash", "=", "r.hash"),
    )
    .select(names.map((name) => `question.${name}` as const))
    .execute();
  return new Map(rows.map((row) => [questionKey(row), row]));
}

/** All questions of a site, those with most answers first. */
export async function readQuestions(db: Database, site: string): Promise<QuestionTable[]> {
  const query = db.selectFrom("question").select(names).where("site", "=", site);
  return query.orderBy("answers", "desc").orderBy("name").orderBy("hash").execute();
}

/** How many lasting and how many provisional questions a site has. */
export async function countQuestions(
  db: Database,
  site: string,
): Promise<{ lasting: number; provisional: number }> {
  const rows = await db
    .selectFrom("question")
    .select((select) => ["lasting", select.fn.countAll().as("count")])
    .where("site", "=", site)
    .groupBy("lasting")
    .execute();
  const count = (lasting: 0 | 1): number => Number(rows.find((row) => row.lasting === lasting)?.count ?? 0);
  return { lasting: count(1), provisional: count(0) };
}

/**
 * Adds questions that are new and the answers (a difference, not a total) of those that are not, in the order of their
 * keys. Whoever adds or changes more than answers has locked the sites.
 */
export async function addQuestions(db: Database, questions: readonly QuestionTable[]): Promise<void> {
  const sorted = [...questions].sort((a, b) => (questionKey(a) < questionKey(b) ? -1 : 1));
  await db
    .insertInto("question")
    .columns(names)
    .expression(
      db
        .selectFrom(rowsOf(db, sorted, columns))
        .select(names)
        .where(sql.lit(true)),
    )
    .onConflict((conflict) =>
      conflict.columns(["site", "name", "hash"]).doUpdateSet((set) => ({
        answers: set("question.answers", "+", set.ref("excluded.answers")),
        lasting: set.ref("excluded.lasting"),
      })),
    )
    .execute();
}
