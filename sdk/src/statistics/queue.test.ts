import { expect, test } from "vitest";
import { dueReports, markSent } from "./queue.js";
import { emptyStatistics, type StatisticsRecord } from "./record.js";

const day = 86_400_000;
const queued = (...at: number[]): StatisticsRecord => ({
  ...emptyStatistics(),
  ledger: [{ at: 0, micro: 3_000_000 }],
  queue: at.map((time, index) => ({ id: `id-${index}`, body: `body-${index}`, at: time })),
});

test("reports are due, oldest first, for seven days", () => {
  const record = queued(0, day);
  expect(dueReports(record, day).map(({ id }) => id)).toEqual(["id-0", "id-1"]);
  expect(dueReports(record, 7 * day).map(({ id }) => id)).toEqual(["id-1"]);
  expect(dueReports(record, 8 * day)).toEqual([]);
});

test("of more than twenty the last twenty are due", () => {
  const record = queued(...Array.from({ length: 23 }, (_, index) => index));
  const ids = dueReports(record, day).map(({ id }) => id);
  expect(ids).toHaveLength(20);
  expect(ids[0]).toBe("id-3");
});

test("asking does not change anything: a retry gets the same bytes", () => {
  const record = queued(0);
  expect(dueReports(record, 5)).toEqual(dueReports(record, day));
  expect(record).toEqual(queued(0));
});

test("what was sent leaves the queue, its charge stays", () => {
  const record = queued(0, 1);
  const after = markSent(record, "id-0");
  expect(after.queue.map(({ id }) => id)).toEqual(["id-1"]);
  expect(after.ledger).toEqual(record.ledger);
  expect(record.queue).toHaveLength(2);
  expect(markSent(after, "unknown")).toEqual(after);
});
