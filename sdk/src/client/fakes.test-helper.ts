import { vi } from "vitest";
import { createEmitter, type Grant, type Log, type Store } from "../kernel/index.js";
import { createMemoryStore } from "../storage/index.js";
import type { Core } from "./core.js";
import type { ClientEvents } from "./public.js";

/** What the visitor has allowed; the test changes it as the visitor would. */
export interface Permission {
  personalization: boolean;
  statistics: boolean;
  /** Raised by an erase: earlier grants are dead from then on. */
  epoch: number;
}

/** A core of fakes, and what a test looks at. */
export interface FakeCore {
  core: Core;
  permission: Permission;
  time: { now: number };
  /** First arguments of the log's calls. */
  said: string[];
  /** What was told to the other tabs. */
  posted: unknown[];
}

/** The gate as a test commands it. */
export function fakeGate(permission: Permission): Core["consent"]["gate"] {
  return {
    grant: (purpose) =>
      permission[purpose] ? ({ purpose, epoch: permission.epoch } as Grant<typeof purpose>) : undefined,
    refusal: () => undefined,
    isLive: ({ purpose, epoch }) =>
      purpose !== "refusal" && permission[purpose] && epoch === permission.epoch,
    epoch: () => permission.epoch,
  };
}

/** Only the parts that most of the room's functions ask for; `parts` puts in others. */
export function fakeCore(parts: Partial<Core> = {}): FakeCore {
  const permission: Permission = { personalization: true, statistics: true, epoch: 0 };
  const time = { now: 1_700_000_000_000 };
  const said: string[] = [];
  const posted: unknown[] = [];
  class Channel {
    postMessage = (message: unknown): void => void posted.push(message);
    close = vi.fn();
  }
  const log: Log = (message) => void said.push(message);
  const core = {
    clock: () => time.now,
    random: () => 7,
    log,
    options: { site: "outdoor", collector: "https://shop.example/heim" },
    consent: { gate: fakeGate(permission) },
    tabs: { postMessage: (message: unknown) => void posted.push(message) },
    window: { BroadcastChannel: Channel, navigator: { vendor: "" } },
    emitter: createEmitter<ClientEvents>(log),
    settings: { manifest: {}, policy: {}, personas: [] },
    faults: new Set<Element>(),
    decide: () => undefined,
    ...parts,
  } as unknown as Core;
  return { core, permission, time, said, posted };
}

/** A store that works, with what it was asked to do; `fault` makes its next writes fail, `short` its memory no longer than the page's. */
export interface FakeStore {
  store: Store;
  values: Map<string, unknown>;
  writes: (readonly (readonly [string, unknown])[])[];
  life: { fault?: Error; short?: boolean };
}

/** Makes a store in memory that keeps copies, as IndexedDB does. */
export function fakeStore(isLive: Core["consent"]["gate"]["isLive"] = () => true): FakeStore {
  const values = new Map<string, unknown>();
  const writes: FakeStore["writes"] = [];
  const life: FakeStore["life"] = {};
  const memory = createMemoryStore(isLive, values);
  const guarded = async <T>(verb: () => Promise<T>): Promise<T> => {
    if (life.fault) throw life.fault;
    return verb();
  };
  const store: Store = {
    ...memory,
    lasts: () => !life.short,
    write: (grant, entries, durability) =>
      guarded(() => {
        writes.push(entries);
        return memory.write(grant, structuredClone(entries), durability);
      }),
    update: (...call) => guarded(() => memory.update(...call)),
  };
  return { store, values, writes, life };
}

/** Until all that can go on without a clock has gone on. */
export const settled = async (turns = 10): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
};
