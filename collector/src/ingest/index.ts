export { createBuffer, type Buffer, type BufferOptions } from "./buffer.js";
export { commit, type Outcome } from "./commit.js";
export { count } from "./count.js";
export { counterIn, serveCounter, type Counter } from "./counter.js";
export { ImportConflict, importSums, type Imported } from "./import-sums.js";
export { lastingAnswers, questionsAtMost } from "./questions.js";
export { Refusal, refusalStatuses, type RefusalCode } from "./refusal.js";
export type { Incoming, IncomingAnswer } from "./types.js";
export { dayOf, validate } from "./validate.js";
