import { existsSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { sql } from "kysely";
import type { Database } from "./schema.js";

/**
 * Copies an SQLite database into a new file while others read and write it: the copy is the database as it was at one
 * moment, and it is on the disk when the promise resolves.
 * @throws Error when the file is there already or cannot be written
 */
export async function backUp(db: Database, file: string): Promise<void> {
  if (existsSync(file)) throw new Error("the file is there already");
  // Under its own name there is only a whole copy.
  const part = `${file}.part`;
  await sql`vacuum into ${part}`.execute(db);
  const written = await open(part, "r+");
  await written.sync();
  await written.close();
  await rename(part, file);
}
