import type { Database } from "../store/index.js";
import { commit, type Outcome } from "./commit.js";
import { Refusal } from "./refusal.js";
import type { Incoming } from "./types.js";
import { dayOf, validate } from "./validate.js";

/**
 * Reads bodies of reports, counts those that are well-formed in one transaction, and says for each what became of it. When the
 * promise resolves, all that was counted is durable; when it rejects, the same bodies may be given again, and are counted once.
 * @param now ms since 1970
 */
export async function count(db: Database, bodies: readonly string[], now: number): Promise<Outcome[]> {
  const read = bodies.map((body) => readOrRefuse(body, now));
  const reports = read.flatMap((one) => (one instanceof Refusal ? [] : one));
  const outcomes = reports.length > 0 ? await commit(db, reports, dayOf(now)) : [];
  const inTurn = outcomes.values();
  return read.map((one) => (one instanceof Refusal ? one : (inTurn.next().value as Outcome)));
}

function readOrRefuse(body: string, now: number): Incoming | Refusal {
  try {
    return validate(body, now);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
