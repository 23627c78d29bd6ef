export { createBuffer, type Buffer, type BufferOptions } from "./buffer.js";
export { commit, type Outcome } from "./commit.js";
export { lastingAnswers, questionsAtMost } from "./questions.js";
export { Refusal, type RefusalCode } from "./refusal.js";
export type { Incoming, IncomingAnswer } from "./types.js";
export { dayOf, validate } from "./validate.js";
