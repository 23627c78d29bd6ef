import { sql } from "kysely";
import type { Database, ReportTable } from "./schema.js";
import { rowsOf, type Columns } from "./rows.js";

const columns: Columns<ReportTable> = { day: "integer", site: "text", id: "text" };

/** The identity of a report: its day, its site and its one-time id. */
export function reportKey({ day, site, id }: ReportTable): string {
  return `${day} ${site} ${id}`;
}

/** Writes the ids down and gives the keys of those that were new; the others are repeats. */
export async function rememberReports(db: Database, reports: readonly ReportTable[]): Promise<Set<string>> {
  // Two writers that wrote the same ids in different orders would deadlock PostgreSQL.
  const sorted = reports.map(({ day, site, id }) => ({ day, site, id })).sort(compare);
  const rows = await db
    .insertInto("report")
    .columns(["day", "site", "id"])
    .expression(
      db
        .selectFrom(rowsOf(db, sorted, columns))
        .select(["day", "site", "id"])
        .where(sql.lit(true)),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(["day", "site", "id"])
    .execute();
  return new Set(rows.map(reportKey));
}

function compare(a: ReportTable, b: ReportTable): number {
  if (a.day !== b.day) return a.day - b.day;
  if (a.site !== b.site) return a.site < b.site ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Takes ids back whose reports were refused: a refusal leaves nothing behind. */
export async function forgetReports(db: Database, reports: readonly ReportTable[]): Promise<void> {
  const rows = reports.map(({ day, site, id }) => ({ day, site, id }));
  const keys = db.selectFrom(rowsOf(db, rows, columns)).select(["day", "site", "id"]);
  await db
    .deleteFrom("report")
    .where(({ eb, refTuple }) => eb(refTuple("day", "site", "id"), "in", keys.$asTuple("day", "site", "id")))
    .execute();
}
