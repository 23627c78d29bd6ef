/** One row of growth.mjs: counts reports into a new database and says how large it is. Is bundled first. */
import { statSync } from "node:fs";
import { openDatabase } from "../../collector/src/store/index.ts";
import { bytesUsed, passDays, passQuietDays } from "../../collector/src/testing/growth.ts";

const days = 10;

export async function grow(file, reports) {
  const db = await openDatabase(file);
  const begun = performance.now();
  await passDays(db, { days, perDay: reports / days });
  const seconds = (performance.now() - begun) / 1000;
  const kept = await bytesUsed(db);
  await passQuietDays(db, { days });
  const left = await bytesUsed(db);
  await db.destroy();
  return {
    ...{ reports, "kB with 3 days' ids": kept / 1024, "kB without": left / 1024 },
    ...{ "kB of the file": statSync(file).size / 1024, "reports a second": Math.round(reports / seconds) },
  };
}
