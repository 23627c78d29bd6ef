import type { Clock, Log, Purpose, Stop } from "../kernel/index.js";
import type { Choice, ConsentState, Reading } from "./choice.js";
import type { Gate } from "./gate.js";
import type { Defaults, Voices } from "./precedence.js";
import type { ConsentRecord } from "./record.js";

/** What tabs tell each other about consent. */
export interface TabNotice {
  purpose: Purpose;
  state: ConsentState;
  /** Milliseconds since 1970. */
  at: number;
  epoch: number;
}

/** What has changed, told when the gate already stands as `after` says. */
export interface ConsentChange {
  after: Choice;
  /** Everything kept on the device has to go now; write again afterwards what is still granted. */
  erase: boolean;
  /** Who caused it: an adapter's id, `manual`, `tab`, or `record` for a stored record that no longer holds. */
  source: string;
  /** Milliseconds since 1970. */
  at: number;
  /** What the other tabs must hear. */
  tell: readonly TabNotice[];
}

/** What brought a change about. */
export interface Cause {
  source: string;
  /** Purposes about which the visitor has just acted in this tab. */
  acted?: readonly Purpose[];
  /** Whether the device has to be emptied (where something is kept and has now been denied). */
  erase?: boolean;
  /** When it happened, in milliseconds since 1970, if not now and here: the other tabs know already. */
  at?: number;
}

/** What the machine is made of. */
export interface ConsentOptions extends Defaults {
  clock: Clock;
  log: Log;
  /** A record under another version does not hold any more (empty). */
  policyVersion?: string;
}

/** The consent state machine. Banners and other tabs are heard by its ear, `createEar`. */
export interface Consent {
  get: () => Choice;
  /** The visitor's choice through our own API: a denial here outranks everything until it is taken back here. */
  set: (choice: Reading) => void;
  /** Begins with the record found on the device; `undefined` says that nothing is kept there. */
  restore: (record: unknown) => void;
  /** Denies every purpose. */
  withdraw: () => void;
  /** The visitor's choice to keep on the device, `undefined` before there is one. */
  record: () => ConsentRecord | undefined;
  on: (listener: (change: ConsentChange) => void) => Stop;
  gate: Gate;
  /** Whether the device keeps the record: true once read or written, false when empty, `undefined` when not known. */
  kept: boolean | undefined;
  voices: Voices;
  /** Weighs the voices again; closes or opens the gate, then tells of the change. */
  settle: (cause: Cause) => void;
}
