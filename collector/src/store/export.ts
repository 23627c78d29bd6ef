import type { QuestionTable, TallyTable, Database } from "./schema.js";
import { readQuestions } from "./questions.js";
import { readSites, type Site } from "./sites.js";
import { readSpan } from "./tallies.js";

/** A question without what changes with every answer. */
export type QuestionParameters = Omit<QuestionTable, "answers" | "lasting">;

/** A part of an export: sites, each followed by its questions, each followed by its sums. */
export type Exported =
  | ({ readonly kind: "site" } & Site)
  | ({ readonly kind: "question" } & QuestionParameters)
  | ({ readonly kind: "sum" } & TallyTable);

// A day's sums are read in one statement, so that they fit each other while reports come in.
const daysAtOnce = 31;

/** Everything but report ids and tokens, of one site or all. */
export async function* readAll(db: Database, names?: readonly string[]): AsyncGenerator<Exported> {
  for (const site of await readSites(db, names)) {
    yield { kind: "site", ...site };
    for (const { answers: _answers, lasting: _lasting, ...question } of await readQuestions(db, site.name)) {
      yield { kind: "question", ...question };
      yield* readTallies(db, question);
    }
  }
}

async function* readTallies(db: Database, question: QuestionParameters): AsyncGenerator<Exported> {
  const span = await readSpan(db, question);
  if (!span) return;
  for (let from = span.from; from <= span.to; from += daysAtOnce) {
    const rows = await db
      .selectFrom("tally")
      .select(["site", "question", "hash", "arm", "day", "cell", "count"])
      .where("site", "=", question.site)
      .where("question", "=", question.name)
      .where("hash", "=", question.hash)
      .where("day", ">=", from)
      .where("day", "<", from + daysAtOnce)
      .orderBy("day")
      .orderBy("arm")
      .orderBy("cell")
      .execute();
    for (const row of rows) yield { kind: "sum", ...row };
  }
}
