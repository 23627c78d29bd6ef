import { openSqlite, type Database } from "../store/index.js";
import { Failure } from "./failure.js";
import type { Flags } from "./flags.js";

/** Opens the database for the length of one command. */
export async function withDatabase<T>(flags: Flags, use: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(flags);
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}

/** @throws Failure when it cannot be opened */
export async function openDatabase({ database }: Flags): Promise<Database> {
  try {
    return await openSqlite(database);
  } catch (cause) {
    throw new Failure(`${database}: ${cause instanceof Error ? cause.message : "cannot be opened"}`, {
      cause,
    });
  }
}
