export { exactEpsilon, plan, rareVariance, type Plan } from "../wire/index.js";
export { answerLate } from "./answer-late.js";
export { answerVisit, type VisitToAnswer } from "./answer-visit.js";
export { drawOne } from "./below.js";
export { bit } from "./bit.js";
export { pairCells, speakableCells, topicCells, type ManifestLike } from "./cells.js";
export { difference, estimate, type Estimate, type Support } from "./estimate.js";
export { spent } from "./ledger.js";
export { defaultStatisticsPolicy, readPolicy, type StatisticsPolicy } from "./policy.js";
export { questionCells } from "./question-cells.js";
export {
  arms,
  lateCells,
  lateQuestion,
  slotCell,
  slotCells,
  slotQuestion,
  upliftQuestion,
  type Interests,
} from "./questions.js";
export { dueReports, markSent } from "./queue.js";
export {
  emptyStatistics,
  type Charge,
  type QueuedReport,
  type Said,
  type SlotOutcome,
  type StatisticsRecord,
  type VisitOutcomes,
} from "./record.js";
export { subset } from "./subset.js";
export { tellAnswers, type SentAnswer, type Telling } from "./tell-answers.js";
