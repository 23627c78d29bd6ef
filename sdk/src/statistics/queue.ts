import type { QueuedReport, StatisticsRecord } from "./record.js";

const most = 20;
const lifetime = 7 * 86_400_000;

/** The reports still worth keeping: the last 20 of the last 7 days. */
export const kept = (queue: readonly QueuedReport[], now: number): QueuedReport[] =>
  queue.filter(({ at }) => at > now - lifetime).slice(-most);

/**
 * The reports to send, oldest first; sent again, they are the same bytes.
 * @param now milliseconds since 1970
 * @example for (const { id, body } of dueReports(record, now)) …
 */
export const dueReports = (record: StatisticsRecord, now: number): QueuedReport[] => kept(record.queue, now);

/**
 * The record without a report that was acknowledged, or refused for good. The ledger stays: there are no refunds.
 * @example record = markSent(record, id)
 */
export const markSent = (record: StatisticsRecord, id: string): StatisticsRecord => ({
  ...record,
  queue: record.queue.filter((report) => report.id !== id),
});
