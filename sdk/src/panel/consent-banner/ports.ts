import type { Log, Purpose, Stop } from "../../kernel/index.js";

/** What is known of the visitor's will for one purpose. */
export type ConsentState = "unknown" | "granted" | "denied";

/** The state of every purpose. */
export type Choice = Record<Purpose, ConsentState>;

/** What the banner asks of the client: the choice as it stands, and where a new one goes. */
export interface BannerPorts {
  get(): Choice;
  /** Takes an explicit choice; the banner believes it only once `get` says so. */
  set(choice: Partial<Choice>): void;
  /** Calls back after every change of the choice, whoever made it. */
  on(listener: () => void): Stop;
  log: Log;
}

/** The purposes in the order in which they are asked. */
export const purposes: readonly Purpose[] = ["personalization", "statistics"];
