import {
  addTallies,
  forgetReports,
  rememberReports,
  reportKey,
  transact,
  type Database,
} from "../store/index.js";
import { merge } from "./merge.js";
import { openBook } from "./questions.js";
import { Refusal } from "./refusal.js";
import type { Incoming } from "./types.js";

/** What became of a report. `repeat`: it was counted before, so its sender may be told the same as the first time. */
export type Outcome = "counted" | "repeat" | Refusal;

/**
 * Counts a batch of reports in one transaction, and says for each what became of it. When the promise resolves, all
 * that was counted is durable; when it rejects, the same batch may be given again, and is counted once.
 *
 * @param today days since 1970-01-01
 */
export async function commit(db: Database, batch: readonly Incoming[], today: number): Promise<Outcome[]> {
  const reports = new Map(batch.map((report) => [reportKey(report), report]));
  const outcomes = await transact(db, (trx) => commitUnique(trx, reports, today));
  return batch.map((report) => {
    const key = reportKey(report);
    const outcome = outcomes.get(key) ?? "repeat";
    if (outcome === "counted") outcomes.set(key, "repeat");
    return outcome;
  });
}

// Every transaction takes its locks in this order, and of a kind in the order of keys, so that none waits for one that
// waits for it: sites, ids, questions, sums.
async function commitUnique(
  db: Database,
  reports: ReadonlyMap<string, Incoming>,
  today: number,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>();
  const book = await openBook(db, [...reports.values()], today);
  const ofSites: Incoming[] = [];
  for (const [key, report] of reports) {
    if (book.knows(report.site)) ofSites.push(report);
    else outcomes.set(key, unknownSite(report.site));
  }
  const fresh = await rememberReports(db, ofSites);
  const first = [...reports].filter(([key]) => fresh.has(key));
  const refused: Incoming[] = [];
  const counted: Incoming[] = [];
  for (const [key, report] of first) {
    const refusal = book.judge(report);
    outcomes.set(key, refusal ?? "counted");
    if (refusal) refused.push(report);
    else {
      book.count(report);
      counted.push(report);
    }
  }
  if (refused.length > 0) await forgetReports(db, refused);
  await book.write(db);
  await addTallies(db, merge(counted));
  return outcomes;
}

function unknownSite(name: string): Refusal {
  return new Refusal("unknown-site", "site", `no site named ${name}`);
}
