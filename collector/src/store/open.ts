import Sqlite from "better-sqlite3";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from "kysely";
import { migrate } from "./migrations.js";
import type { Database, Schema } from "./schema.js";

const preparedAtMost = 200;

/** Kysely prepares a statement for every execution; the same text is worth keeping, it is most of a batch's time. */
function withPrepared(database: Sqlite.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare(text) {
      const found = prepared.get(text);
      if (found) return found;
      if (prepared.size >= preparedAtMost) prepared.clear();
      const statement = database.prepare(text) as unknown as SqliteStatement;
      prepared.set(text, statement);
      return statement;
    },
  };
}

/**
 * Opens the embedded database and migrates it, making file and folder where there are none.
 *
 * WAL with `synchronous=FULL`: a commit that returned is on the disk, so an acknowledged report survives a power cut.
 * @param path a file's path, or `:memory:`
 * @throws the database's own error when the file cannot be opened or is no database
 * @example const db = await openSqlite(".heimspiel/collector.sqlite");
 */
export async function openSqlite(path: string): Promise<Database> {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const database = new Sqlite(path, { timeout: 10_000 });
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: withPrepared(database) }) });
  await migrate(db);
  return db;
}
