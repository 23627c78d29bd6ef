import type { Grant, IsLive, Permitted, Purpose } from "../kernel/index.js";
import type { Choice } from "./choice.js";
import type { Voices } from "./precedence.js";

/** The one gate before every read, write and send. */
export interface Gate {
  /** The permission to use, keep or send what the purpose covers, or `undefined` without the visitor's consent. */
  grant: <P extends Purpose>(purpose: P) => Grant<P> | undefined;
  /**
   * The permission to keep the record of the visitor's own no to personalization, without which the same question, or a
   * banner that says yes, would come back with the next page.
   */
  refusal: () => Grant<"refusal"> | undefined;
  /** Whether a permission still stands; it was handed out in the granted state, whose end begins a new epoch. */
  isLive: IsLive;
  /** Counts the times permissions were called in: an erase or the end of a grant outdates all earlier ones. */
  epoch: () => number;
}

/** Makes the gate over the machine's state of the moment. */
export function createGate(voices: Voices, now: () => { choice: Choice; epoch: number }): Gate {
  const permit = <P extends Permitted>(purpose: P, allowed: boolean): Grant<P> | undefined =>
    allowed ? ({ purpose, epoch: now().epoch } as Grant<P>) : undefined;
  return {
    grant: (purpose) => permit(purpose, now().choice[purpose] === "granted"),
    refusal: () => permit("refusal", voices.personalization.get("manual") === "denied"),
    isLive: (grant) => grant.epoch === now().epoch,
    epoch: () => now().epoch,
  };
}
