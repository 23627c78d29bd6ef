import { daysOf } from "./tokens.js";
import type { Database } from "./schema.js";

/** How many days a report is taken for and its id kept, the current one included. */
export const daysKept = 3;

/**
 * Forgets what has had its time: ids of reports that would be refused by their day anyway, questions that stayed
 * provisional for three days together with their sums, and expired sessions.
 */
export async function prune(db: Database, today: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom("report")
      .where("day", "<=", today - daysKept)
      .execute();
    const old = await trx
      .selectFrom("question")
      .select(["site", "name", "hash"])
      .where("lasting", "=", 0)
      .where("first_day", "<=", today - daysKept)
      .execute();
    for (const { site, name, hash } of old) {
      await trx
        .deleteFrom("tally")
        .where((where) => where.and({ site, question: name, hash }))
        .execute();
      await trx
        .deleteFrom("question")
        .where((where) => where.and({ site, name, hash }))
        .execute();
    }
    for (const [scope, days] of [
      ["session", daysOf.session],
      ["setup", daysOf.setup],
    ] as const) {
      await trx
        .deleteFrom("token")
        .where("scope", "=", scope)
        .where("day", "<=", today - days)
        .execute();
    }
  });
}
