import Sqlite from "better-sqlite3";
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from "kysely";
import { migrate } from "./migrations.js";
import { openPostgres, preparedAtMost } from "./postgres.js";
import type { Database, Schema } from "./schema.js";

/** Whether the address is PostgreSQL's; else it is a file's path or `:memory:`. */
export function isPostgresUrl(where: string): boolean {
  return /^postgres(ql)?:\/\//.test(where);
}

/** What a log may say of a database's address: no user, no password, no parameters. */
export function publicName(where: string): string {
  if (!isPostgresUrl(where)) return where;
  if (!URL.canParse(where)) return "postgres";
  const { host, pathname } = new URL(where);
  return `postgres://${host}${pathname}`;
}

/**
 * Kysely prepares a statement for every execution; the same text is worth keeping, it is most of a batch's time.
 * Transactions take the write lock when they begin: one that began with reading could not wait for another process.
 */
function withPrepared(database: Sqlite.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare(text) {
      const found = prepared.get(text);
      if (found) return found;
      // A full disk rolls back by itself; doing it again would hide that error behind another.
      if (text === "rollback" && !database.inTransaction) return this.prepare("select 1");
      if (prepared.size >= preparedAtMost) prepared.clear();
      const statement = database.prepare(
        text === "begin" ? "begin immediate" : text,
      ) as unknown as SqliteStatement;
      if (text !== "rollback") prepared.set(text, statement);
      return statement;
    },
  };
}

function openSqlite(path: string, mustExist: boolean): Database {
  if (path !== ":memory:" && !mustExist) mkdirSync(dirname(path), { recursive: true });
  if (mustExist && !existsSync(path)) throw new Error("there is no such file");
  const database = new Sqlite(path, { timeout: 10_000 });
  // A batch writes a page for nearly every id: small ones are written in less time. Only a new file takes it.
  database.pragma("page_size = 2048");
  database.pragma("journal_mode = WAL");
  // A commit that returned is on the disk, so an acknowledged report survives a power cut.
  database.pragma("synchronous = FULL");
  // New ids are scattered over the whole table: pages are kept in memory, and go back to the file seldom, at 32 MB.
  database.pragma("cache_size = -65536");
  database.pragma("wal_autocheckpoint = 16384");
  // To undo a statement that fails halfway, SQLite copies the pages that it changes: not into a file.
  database.pragma("temp_store = MEMORY");
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: withPrepared(database) }) });
}

/** Opens a database as it is, without making or migrating it. */
export function openAsIs(where: string): Database {
  return isPostgresUrl(where) ? openPostgres(where) : openSqlite(where, true);
}

/**
 * Opens a database and migrates it. Of a file, it and its folder are made where there are none; a PostgreSQL database
 * has to be there. Any number of processes may open the same database at once.
 * @param where a file's path, `:memory:`, or `postgres://user:password@host:5432/name`
 * @throws the database's own error when it cannot be opened or is newer than this version
 * @example const db = await openDatabase(".heimspiel/collector.sqlite");
 */
export async function openDatabase(where: string): Promise<Database> {
  if (!isPostgresUrl(where)) {
    const db = openSqlite(where, false);
    await migrate(db);
    return db;
  }
  // A migration may take longer than any statement of the running collector may.
  const patient = openPostgres(where, { max: 1, statement_timeout: 0 });
  try {
    await migrate(patient);
  } finally {
    await patient.destroy();
  }
  return openPostgres(where);
}
