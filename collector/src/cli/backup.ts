import { backUp, isPostgresUrl } from "../store/index.js";
import { withDatabaseAsIs } from "./database.js";
import { Failure, reasonOf } from "./failure.js";
import type { Flags } from "./flags.js";
import type { Ports } from "./ports.js";

/** `backup FILE`: a copy of an SQLite database, also while the collector runs. */
export async function backup(flags: Flags, { print }: Ports): Promise<void> {
  const { database, name: file } = flags;
  if (isPostgresUrl(database))
    throw new Failure(
      'PostgreSQL has its own tool: pg_dump --format=custom --file=FILE "$DATABASE_URL"; ' +
        "sums alone are written by: heimspiel-collector export",
    );
  if (file === undefined) throw new Failure("backup needs the name of a file to write: backup FILE");
  await withDatabaseAsIs(flags, async (db) => {
    try {
      await backUp(db, file);
    } catch (cause) {
      throw new Failure(`${file}: ${reasonOf(cause)}`, { cause });
    }
  });
  print(`database ${database} copied to ${file}`);
}
