export { migrate } from "./migrations.js";
export { openSqlite } from "./open.js";
export { daysKept, prune } from "./prune.js";
export {
  addQuestions,
  countQuestions,
  findQuestions,
  questionKey,
  readQuestions,
  type QuestionKey,
} from "./questions.js";
export { forgetReports, rememberReports, reportKey } from "./reports.js";
export { answersCell, noArm, type Database, type QuestionTable, type TallyTable } from "./schema.js";
export { readSites, writeSite, type Site, type SlotNames } from "./sites.js";
export { addTallies, readSpan, readSums, type Period, type Sums } from "./tallies.js";
export { addToken, daysOf, hasToken, hasTokens, takeToken, type Scope } from "./tokens.js";
