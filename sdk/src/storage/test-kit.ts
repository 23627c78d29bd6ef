import { IDBFactory } from "fake-indexeddb";
import type { Grant, Store } from "../kernel/index.js";
import type { Delay } from "./delay.js";
import { createIdbStore, type IdbOptions } from "./idb-store.js";

/** For tests: a permission; whether it is live is the test's to say. */
export const grant = { purpose: "personalization", epoch: 0 } as Grant;

/** Timers that run when told to, so that no test waits. */
export interface Timers {
  delay: Delay;
  elapse: (ms: number) => void;
}

/** For tests: a device of its own and a store on it. */
export interface SetUp extends Timers {
  indexedDB: IDBFactory;
  life: { live: boolean };
  /** Another connection to the same device, as another tab has one. */
  make: () => Store;
  store: Store;
  names: () => Promise<(string | undefined)[]>;
}

function manualTimers(): Timers {
  const waiting = new Set<{ callback: () => void; ms: number }>();
  return {
    delay(callback, ms) {
      const timer = { callback, ms };
      waiting.add(timer);
      return () => void waiting.delete(timer);
    },
    elapse(ms) {
      for (const timer of [...waiting].filter((one) => one.ms <= ms)) {
        waiting.delete(timer);
        timer.callback();
      }
    },
  };
}

/** Puts a device and a store on it together. */
export function setUp(options: Partial<IdbOptions> = {}): SetUp {
  const indexedDB = new IDBFactory();
  const timers = manualTimers();
  const life = { live: true };
  const make = (): Store =>
    createIdbStore({ indexedDB, isLive: () => life.live, delay: timers.delay, ...options });
  const names = async (): Promise<(string | undefined)[]> =>
    (await indexedDB.databases()).map(({ name }) => name);
  return { indexedDB, ...timers, life, make, store: make(), names };
}

/** A connection of another tab that ignores `versionchange`, as idb-keyval's own does. */
export function rudeConnection(indexedDB: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    const request = indexedDB.open("heimspiel");
    request.onsuccess = () => resolve(request.result);
  });
}

/** Until the other side of fake-indexeddb has had its turns. */
export const settled = async (turns = 20): Promise<void> => {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
};
