import { encodeReport } from "../wire/index.js";
import { kept } from "./queue.js";
import type { Given, Said, StatisticsRecord } from "./record.js";

/** Where a report comes from and when. */
export interface Sender {
  site: string;
  /** Milliseconds since 1970. */
  now: number;
  /** A new report id: 21 url-safe characters, such as nanoid's. */
  newId: () => string;
}

const day = 86_400_000;
const mostSaid = 500;
/** 13 months. */
const remembered = 396 * day;

/** Puts a report of some answers in the queue, and the answers among those the visitor can read. */
export function enqueue(
  record: StatisticsRecord,
  given: readonly Given[],
  { site, now, newId }: Sender,
): StatisticsRecord {
  if (given.length === 0) return record;
  const id = newId();
  const answers = given.map(({ answer }) => answer);
  const body = encodeReport({ v: 1, site, id, day: Math.floor(now / day), answers });
  const said = given.map(({ answer: { q, cells, eps, arm }, set, names }): Said => {
    return { at: now, q, cells, eps, arm, set, names };
  });
  return {
    ...record,
    queue: kept([...record.queue, { id, body, at: now }], now),
    said: [...record.said, ...said].filter(({ at }) => at > now - remembered).slice(-mostSaid),
  };
}
