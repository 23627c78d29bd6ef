import { merge } from "../ingest/merge.js";
import { validate } from "../ingest/index.js";
import { openDatabase, type Database, type TallyTable } from "../store/index.js";

/** What a database has counted, in a form that can be compared. */
export interface Stored {
  readonly ids: ReadonlySet<string>;
  readonly sums: readonly string[];
}

const inOrder = (rows: readonly TallyTable[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

/** The sums that exactly these bodies give, each counted once. */
export function sumsOf(bodies: Iterable<string>, now: number = Date.now()): string[] {
  return inOrder(merge([...bodies].map((body) => validate(body, now))));
}

export async function readStored(db: Database): Promise<Stored> {
  const reports = await db.selectFrom("report").select("id").execute();
  const sums = await db.selectFrom("tally").selectAll().execute();
  return { ids: new Set(reports.map(({ id }) => id)), sums: inOrder(sums) };
}

/** Reads the database at a path or address, beside the collectors that are using it. */
export async function storedIn(database: string): Promise<Stored> {
  const db = await openDatabase(database);
  const stored = await readStored(db);
  await db.destroy();
  return stored;
}
