import { Kysely, PostgresAdapter, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import pg from "pg";
import type { Database, Schema } from "./schema.js";

/** Counts come as numbers, as from SQLite: nobody counts beyond 2^53. */
function numbers(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  return types;
}

/** So many statements are kept ready at most. */
export const preparedAtMost = 200;

/**
 * Gives statements names, so that a connection parses and plans each text once. A named statement fails for good when the columns
 * that it gives are no longer the same: name them, since `select *` would not survive another process's migration.
 * @see https://node-postgres.com/features/queries#prepared-statements
 */
function withPrepared(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  function nameOf(text: string): string | undefined {
    if (!names.has(text) && names.size < preparedAtMost) names.set(text, `s${names.size}`);
    return names.get(text);
  }
  return {
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const query = (text: string, values?: unknown): unknown =>
        client.query({ name: nameOf(text), text, values: values as unknown[] });
      return { query: query as PostgresPoolClient["query"], release: () => client.release() };
    },
  };
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
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: withPrepared(pool) }) });
}

/** Whether a connection or transaction is PostgreSQL's. */
export function isPostgres(db: Pick<Database, "getExecutor">): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}
