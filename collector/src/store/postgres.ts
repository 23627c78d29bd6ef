import { Kysely, PostgresAdapter, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database, Schema } from "./schema.js";

/** Counts come as numbers, as from SQLite: nobody counts beyond 2^53. */
function numbers(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return types;
}

/** A PostgreSQL behind a pool of connections; none is made before it is needed. */
export function openPostgres(url: string, change: pg.PoolConfig = {}): Database {
  const pool = new pg.Pool({
    ...{ connectionString: url, types: numbers(), max: 10, keepAlive: true, connectionTimeoutMillis: 5_000 },
    ...{ statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000 },
    ...{ application_name: "heimspiel-collector", ...change },
  });
  // A connection that breaks fails the statement that uses it next, and the pool makes a new one. Without a listener
  // Node would end the process.
  const survived = (): void => undefined;
  pool.on("error", survived).on("connect", (client) => client.on("error", survived));
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

/** Whether a connection or transaction is PostgreSQL's. */
export function isPostgres(db: Pick<Database, "getExecutor">): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
