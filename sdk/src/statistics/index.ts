export { exactEpsilon, plan, rareVariance, type Plan } from "../wire/index.js";
export { answerVisit, type VisitToAnswer } from "./answer-visit.js";
export { bit } from "./bit.js";
export { difference, estimate, type Estimate, type Support } from "./estimate.js";
export { spent } from "./ledger.js";
export { defaultStatisticsPolicy, type StatisticsPolicy } from "./policy.js";
export { arms, slotCell, slotCells, slotQuestion, upliftQuestion } from "./questions.js";
export { dueReports, markSent } from "./queue.js";
export {
  emptyStatistics,
  type Charge,
  type QueuedReport,
  type SlotOutcome,
  type StatisticsRecord,
  type VisitOutcomes,
} from "./record.js";
export { subset } from "./subset.js";
