import { enqueue, type Sender } from "./enqueue.js";
import { lateQuestion } from "./questions.js";
import type { Reserved, StatisticsRecord } from "./record.js";

const lifetime = 28 * 86_400_000;

/** The answers that still wait for their goal: of the last 28 days. */
export const waiting = (late: StatisticsRecord["late"], now: number): StatisticsRecord["late"] =>
  only(late, ([, { at }]) => at > now - lifetime);

/** Those of slots that no visit has met since. */
export const unmet = (late: StatisticsRecord["late"], slots: readonly string[]): StatisticsRecord["late"] =>
  only(late, ([q]) => !slots.map(lateQuestion).includes(q));

/**
 * Goals were reached after the visit had been answered: the answers that waited for them, drawn and paid for then, are put
 * in the queue, each as a report of its own. The same record when none did.
 * @example record = answerLate(record, ["checkout"], { site: "outdoor", now, newId: nanoid })
 */
export function answerLate(
  record: StatisticsRecord,
  goals: readonly string[],
  sender: Sender,
): StatisticsRecord {
  const due = only(waiting(record.late, sender.now), ([, { goal }]) => goals.includes(goal));
  const rest = only(record.late, ([q]) => !Object.hasOwn(due, q));
  return Object.values(due).reduce(
    (next, given) => enqueue({ ...next, late: rest }, [given], sender),
    record,
  );
}

const only = (
  late: StatisticsRecord["late"],
  fits: (entry: readonly [q: string, reserved: Reserved]) => boolean,
): StatisticsRecord["late"] => Object.fromEntries(Object.entries(late).filter(fits));
