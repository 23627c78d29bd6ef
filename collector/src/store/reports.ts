import { chunks } from "./chunks.js";
import type { Database, ReportTable } from "./schema.js";

/** The identity of a report: `site` and its one-time id. */
export function reportKey(report: Pick<ReportTable, "site" | "id">): string {
  return `${report.site} ${report.id}`;
}

/** Writes the ids down and gives the keys of those that were new; the others are repeats. */
export async function rememberReports(db: Database, reports: readonly ReportTable[]): Promise<Set<string>> {
  const fresh = new Set<string>();
  const sorted = [...reports].sort((a, b) => (reportKey(a) < reportKey(b) ? -1 : 1));
  for (const part of chunks(sorted)) {
    const rows = await db
      .insertInto("report")
      .values(part.map(({ site, id, day }) => ({ site, id, day })))
      .onConflict((conflict) => conflict.doNothing())
      .returning(["site", "id"])
      .execute();
    for (const row of rows) fresh.add(reportKey(row));
  }
  return fresh;
}

/** Takes ids back whose reports were refused: a refusal leaves nothing behind. */
export async function forgetReports(db: Database, reports: readonly ReportTable[]): Promise<void> {
  for (const { site, id } of reports) {
    await db.deleteFrom("report").where("site", "=", site).where("id", "=", id).execute();
  }
}
