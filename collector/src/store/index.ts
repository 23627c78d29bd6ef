export { backUp } from "./backup.js";
export { readAll, type Exported, type QuestionParameters } from "./export.js";
export { migrate, pendingMigrations } from "./migrations.js";
export { isPostgresUrl, openAsIs, openDatabase, publicName } from "./open.js";
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
export { lockSites, transact } from "./transact.js";
export { readSites, writeSite, type Site, type SlotNames } from "./sites.js";
export {
  addTallies,
  countAnswers,
  deleteDays,
  findDays,
  readSpan,
  readStepSums,
  readSums,
  type DayKey,
  type Period,
  type Sums,
} from "./tallies.js";
export {
  addToken,
  daysOf,
  findToken,
  hasToken,
  hasTokens,
  listTokens,
  revokeToken,
  takeToken,
  type NewToken,
  type Scope,
  type TokenInfo,
  type Wanted,
} from "./tokens.js";
