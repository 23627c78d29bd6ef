import type { Log } from "../../kernel/index.js";

/** Why a slot shows what it shows, in words. */
export interface Reasons {
  /** The whole reason, a sentence. */
  text: string;
  /** The facts that were used, and where each comes from. */
  facts: readonly { name: string; source: string }[];
  /** Topics that the visitor may turn down. */
  topics: readonly { id: string; label: string }[];
}

/** What the visitor can do about it. */
export type WhyAction = "less" | "never" | "notNow";

/** What the answer asks of the client. */
export interface AnswerPorts {
  act(action: WhyAction): void;
  /** Opens all that is known. */
  all(): void;
  log: Log;
}
