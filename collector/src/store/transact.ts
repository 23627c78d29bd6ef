import { setTimeout } from "node:timers/promises";
import { isPostgres } from "./postgres.js";
import type { Database } from "./schema.js";

const attempts = 9;
const firstPauseMs = 25;

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const passing = new Set([
  ...["40001", "40P01", "53300", "57P01", "57P02", "57P03"],
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
]);

/** Whether the same transaction may succeed a moment later: PostgreSQL asks for it, or its connection was lost. */
function mayPass(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = "code" in cause ? String(cause.code) : "";
  if (code !== "") return passing.has(code) || code.startsWith("08");
  // What the driver says of a lost connection has no code.
  return /^(Connection terminated|Client has encountered a connection error|timeout e)/.test(cause.message);
}

/**
 * Runs a transaction, and again for some seconds where it met another one or lost its connection.
 *
 * When a connection is lost during the commit, nobody knows whether it took place. So `work` must do no harm when it
 * is done twice, as reports do: their ids tell the second time.
 * @throws what the last attempt threw
 */
export async function transact<T>(
  db: Database,
  work: (trx: Database) => Promise<T>,
  wait: (ms: number) => Promise<unknown> = setTimeout,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (cause) {
      if (attempt === attempts || !mayPass(cause)) throw cause;
      await wait(firstPauseMs * 2 ** (attempt - 1));
    }
  }
}

/**
 * Lets one transaction at a time learn and forget questions of these sites, so that limits hold and nothing is learned
 * twice in different ways. SQLite has one writer anyway. Gives the names of those that exist.
 */
export async function lockSites(trx: Database, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const query = trx.selectFrom("site").select("name").where("name", "in", names).orderBy("name");
  const rows = await (isPostgres(trx) ? query.forUpdate() : query).execute();
  return rows.map(({ name }) => name);
}
