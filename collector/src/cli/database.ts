import { openAsIs, openDatabase as open, publicName, type Database } from "../store/index.js";
import { Failure, reasonOf } from "./failure.js";
import type { Flags } from "./flags.js";

/** Opens the database for the length of one command. */
export async function withDatabase<T>(flags: Flags, use: (db: Database) => Promise<T>): Promise<T> {
  return whileOpen(await openDatabase(flags), use);
}

/** Opens a database that must be there, without migrating it. */
export function withDatabaseAsIs<T>({ database }: Flags, use: (db: Database) => Promise<T>): Promise<T> {
  let db: Database;
  try {
    db = openAsIs(database);
  } catch (cause) {
    throw unopened(database, cause);
  }
  return whileOpen(db, use);
}

async function whileOpen<T>(db: Database, use: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}

/** @throws Failure when it cannot be opened */
export async function openDatabase({ database }: Flags): Promise<Database> {
  try {
    return await open(database);
  } catch (cause) {
    throw unopened(database, cause);
  }
}

/** The database is named without its password. */
function unopened(database: string, cause: unknown): Failure {
  return new Failure(`${publicName(database)}: ${reasonOf(cause)}`, { cause });
}
