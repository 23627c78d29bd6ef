import type { Grant, IsLive, Purpose } from "../kernel/index.js";

/** The one gate before every read, write and send. */
export interface Gate {
  /** The permission to use, keep or send what the purpose covers, or `undefined` without the visitor's consent. */
  grant: <P extends Purpose>(purpose: P) => Grant<P> | undefined;
  /** Whether a permission still stands; it was handed out in the granted state, whose end begins a new epoch. */
  isLive: IsLive;
  /** Counts the times permissions were called in: an erase or the end of a grant outdates all earlier ones. */
  epoch: () => number;
}
