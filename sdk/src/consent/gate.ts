import type { Grant, IsLive, Purpose } from "../kernel/index.js";
import type { Choice } from "./choice.js";

/** The one gate before every read, write and send. */
export interface Gate {
  /** The permission to use, keep or send what the purpose covers, or `undefined` without the visitor's consent. */
  grant: <P extends Purpose>(purpose: P) => Grant<P> | undefined;
  /** Whether a permission still stands. */
  isLive: IsLive;
  /** Counts the times permissions were called in: an erase or the end of a grant outdates all earlier ones. */
  epoch: () => number;
}

/** Makes the gate over the machine's current state. */
export function createGate(choice: () => Choice, epoch: () => number): Gate {
  return {
    grant: <P extends Purpose>(purpose: P) =>
      choice()[purpose] === "granted" ? ({ purpose, epoch: epoch() } as Grant<P>) : undefined,
    // Handed out in the granted state only, whose end begins a new epoch.
    isLive: (grant) => grant.epoch === epoch(),
    epoch,
  };
}
