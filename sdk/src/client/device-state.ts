import { emptyMemory, type Memory } from "../decisions/index.js";
import { emptyProfile, type Profile } from "../interests/index.js";
import type { Random } from "../kernel/index.js";
import type { Visit } from "./outcomes.js";

/**
 * How much of what is known may be used, where the visitor wants less than all: 0 nothing, 1 only what the page itself tells.
 * What is known stays, and nothing is learnt from looking.
 */
export type Intensity = 0 | 1;

/** Everything this device knows of its visitor; one record, written once per page turn. */
export interface DeviceState {
  profile: Profile;
  memory: Memory;
  visit?: Visit;
  intensity?: Intensity;
}

/** A pure step from one state to the next, kept until it is written so that it can be replayed on a newer state. */
export type Change = (state: DeviceState) => DeviceState;

/** Changes the device's state and keeps it. */
export interface Device {
  change(step: Change): void;
  /** Writes what has changed; starts synchronously, so it may be called while the page is being left. */
  flush(): Promise<void>;
  /** Another tab has written: takes its state and replays the changes not yet written here. */
  rebase(): Promise<void>;
}

/**
 * The state a device begins with, or the one it kept. Only the version is looked at here: before first paint every byte
 * counts, and the observing stage, which is the only one that writes, looks closely.
 */
export function readState(stored: unknown, random: Random): DeviceState {
  const state = stored as { profile?: { v?: unknown }; memory?: { v?: unknown } } | undefined;
  return state?.profile?.v === 1 && state.memory?.v === 1
    ? (state as DeviceState)
    : { profile: emptyProfile(), memory: emptyMemory(`${random()}${random()}`) };
}
