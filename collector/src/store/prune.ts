import { setImmediate } from "node:timers/promises";
import type { Database } from "./schema.js";
import { deleteTallies } from "./tallies.js";
import { lockSites, transact } from "./transact.js";

/** How many days a report is taken for and its id kept, the current one included. */
export const daysKept = 3;

// Short transactions: while one runs, reports wait on SQLite, and PostgreSQL ends what takes too long.
const idsAtOnce = 20_000;

/**
 * Forgets what has had its time: ids of reports that would be refused by their day anyway, questions that stayed
 * provisional for three days together with their sums, and expired tokens. Several processes may do so at once.
 */
export async function prune(db: Database, today: number): Promise<void> {
  while ((await forgetIds(db, today)) === idsAtOnce) await setImmediate();
  await db.deleteFrom("token").where("expires", "<=", today).execute();
  await transact(db, (trx) => forgetQuestions(trx, today));
}

async function forgetIds(db: Database, today: number): Promise<number> {
  const gone = await transact(db, (trx) =>
    trx
      .deleteFrom("report")
      .where(({ eb, refTuple, selectFrom }) => {
        const old = selectFrom("report").where("day", "<=", today - daysKept);
        const some = old.select(["day", "id", "site"]).orderBy("day").orderBy("id").orderBy("site");
        return eb(refTuple("day", "id", "site"), "in", some.limit(idsAtOnce).$asTuple("day", "id", "site"));
      })
      .executeTakeFirst(),
  );
  return Number(gone.numDeletedRows);
}

async function forgetQuestions(trx: Database, today: number): Promise<void> {
  const old = { lasting: 0, untilDay: today - daysKept } as const;
  const sites = await trx
    .selectFrom("question")
    .select("site")
    .distinct()
    .where("lasting", "=", old.lasting)
    .where("first_day", "<=", old.untilDay)
    .execute();
  if (sites.length === 0) return;
  const names = sites.map(({ site }) => site);
  await lockSites(trx, names);
  const forgotten = await trx
    .deleteFrom("question")
    .where("site", "in", names)
    .where("lasting", "=", old.lasting)
    .where("first_day", "<=", old.untilDay)
    .returning(["site", "name", "hash"])
    .execute();
  await deleteTallies(trx, forgotten);
}
