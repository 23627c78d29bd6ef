import { decodeReport, type Report } from "../../wire/index.js";
import type { VisitToAnswer } from "../answer-visit.js";
import { questionCells } from "../question-cells.js";
import type { Interests } from "../questions.js";
import { emptyStatistics, type SlotOutcome, type StatisticsRecord, type VisitOutcomes } from "../record.js";
import { seeded } from "./seeded.js";

export const day: number = 86_400_000;
export const now: number = 20779 * day + 12_345;

export const slot = (name: string, change: Partial<SlotOutcome> = {}): SlotOutcome => ({
  slot: name,
  variants: ["a", "b"],
  variant: "a",
  reached: "seen",
  holdout: 0,
  arm: 1,
  goal: false,
  ...change,
});
export const met = (...slots: SlotOutcome[]): VisitOutcomes => ({
  v: 1,
  id: now - 600_000,
  slots: Object.fromEntries(slots.map((one) => [one.slot, one])),
});
export const id = (number: number): string => `report-id-${String(number).padStart(11, "0")}`;
export const visit = (outcomes: VisitOutcomes, change: Partial<VisitToAnswer> = {}): VisitToAnswer => ({
  site: "outdoor",
  outcomes,
  record: emptyStatistics(),
  now,
  random: seeded(1),
  newId: () => id(1),
  ...change,
});
/** 80 topics, more than the questions hold. */
export const interests: Required<Interests> = {
  cells: questionCells({ topics: Array.from({ length: 80 }, (_, index) => ({ id: `topic-${index}` })) }),
  topic: "topic-3",
  pair: "topic-3>topic-5",
};
export const reportsOf = (record: StatisticsRecord): Report[] =>
  record.queue.map(({ body }) => decodeReport(body));
export const asked = (record: StatisticsRecord): string[] =>
  reportsOf(record).flatMap(({ answers }) => answers.map(({ q }) => q));
