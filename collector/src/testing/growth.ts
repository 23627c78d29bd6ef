import { sql } from "kysely";
import { commit, validate } from "../ingest/index.js";
import { daysKept, prune, writeSite, type Database } from "../store/index.js";
import { bodyOf, idOf } from "./visitor.js";

const firstDay = 20_779;
const batchAtMost = 2048;
// Reports with different answers.
const different = 200;

/**
 * Lets some days pass, each with so many reports to the site "outdoor", and old ids forgotten every day.
 * @param perDay a multiple of 200
 */
export async function passDays(
  db: Database,
  { days, perDay }: { days: number; perDay: number },
): Promise<void> {
  await writeSite(db, { name: "outdoor" });
  for (let day = firstDay; day < firstDay + days; day++) {
    const noon = (day + 0.5) * 86_400_000;
    const templates = Array.from({ length: different }, (_, number) =>
      validate(bodyOf(number, { day }), noon),
    );
    const reports = Array.from({ length: perDay / different }, (_, round) =>
      templates.map((report, number) => ({ ...report, id: idOf(different * round + number) })),
    ).flat();
    for (let at = 0; at < perDay; at += batchAtMost)
      await commit(db, reports.slice(at, at + batchAtMost), day);
    await prune(db, day);
  }
}

/** Forgets all ids that `passDays` left, as the days after it do. */
export const passQuietDays = (db: Database, { days }: { days: number }): Promise<void> =>
  prune(db, firstDay + days - 1 + daysKept);

/** Bytes of the pages that are in use; the file itself keeps pages that were freed, to use them again. */
export async function bytesUsed(db: Database): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select (page_count - freelist_count) * page_size as bytes
    from pragma_page_count, pragma_freelist_count, pragma_page_size`.execute(db);
  return rows[0]?.bytes ?? NaN;
}
