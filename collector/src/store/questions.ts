import { chunks } from "./chunks.js";
import type { Database, QuestionTable } from "./schema.js";

export type QuestionKey = Pick<QuestionTable, "site" | "name" | "hash">;

/** The identity of a question as one text; names hold no space. */
export function questionKey(question: QuestionKey): string {
  return `${question.site} ${question.name} ${question.hash}`;
}

/** The questions of the given sites and names, whatever their hash. */
export async function findQuestions(
  db: Database,
  keys: readonly QuestionKey[],
): Promise<Map<string, QuestionTable>> {
  const found = new Map<string, QuestionTable>();
  const pairs = new Map(keys.map(({ site, name }) => [`${site} ${name}`, { site, name }]));
  for (const part of chunks([...pairs.values()])) {
    const rows = await db
      .selectFrom("question")
      .selectAll()
      .where((where) => where.or(part.map((pair) => where.and(pair))))
      .execute();
    for (const row of rows) found.set(questionKey(row), row);
  }
  return found;
}

/** All questions of a site, those with most answers first. */
export async function readQuestions(db: Database, site: string): Promise<QuestionTable[]> {
  const query = db.selectFrom("question").selectAll().where("site", "=", site);
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

/** Adds questions that are new and the answers (a difference, not a total) of those that are not, in the order of their keys. */
export async function addQuestions(db: Database, questions: readonly QuestionTable[]): Promise<void> {
  const sorted = [...questions].sort((a, b) => (questionKey(a) < questionKey(b) ? -1 : 1));
  for (const part of chunks(sorted)) {
    await db
      .insertInto("question")
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(["site", "name", "hash"]).doUpdateSet((set) => ({
          answers: set("question.answers", "+", set.ref("excluded.answers")),
          lasting: set.ref("excluded.lasting"),
        })),
      )
      .execute();
  }
}
