import { sql } from "kysely";
import type { Database, ReportTable } from "./schema.js";
import { rowsOf, type Columns } from "./rows.js";

const columns: Columns<ReportTable> = { day: "integer", id: "text", site: "text" };

/** The identity of a report: its day, its one-time id and its site. */
export function reportKey({ day, id, site }: ReportTable): string {
  return `${day} ${id} ${site}`;
}

/** Writes the ids down and gives the keys of those that were new; the others are repeats. */
export async function rememberReports(db: Database, reports: readonly ReportTable[]): Promise<Set<string>> {
  // Two writers that wrote the same ids in different orders would deadlock PostgreSQL.
  const sorted = reports.map(({ day, id, site }) => ({ day, id, site })).sort(compare);
  const rows = await db
    .insertInto("report")
    .columns(["day", "id", "site"])
    .expression(
      db
        .selectFrom(rowsOf(db, sorted, columns))
        .select(["day", "id", "site"])
        .where(sql.lit(true)),
    )
    .onConflict((conflict) => conflict.doNothing())
    // One text is told in less time than its three parts.
    .returning(sql<string>`day || ' ' || id || ' ' || site`.as("key"))
    .execute();
  return new Set(rows.map(({ key }) => key));
}

function compare(a: ReportTable, b: ReportTable): number {
  if (a.day !== b.day) return a.day - b.day;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.site < b.site ? -1 : 1;
}

/** Takes ids back whose reports were refused: a refusal leaves nothing behind. */
export async function forgetReports(db: Database, reports: readonly ReportTable[]): Promise<void> {
  const rows = reports.map(({ day, id, site }) => ({ day, id, site }));
  const keys = db.selectFrom(rowsOf(db, rows, columns)).select(["day", "id", "site"]);
  await db
    .deleteFrom("report")
    .where(({ eb, refTuple }) => eb(refTuple("day", "id", "site"), "in", keys.$asTuple("day", "id", "site")))
    .execute();
}
