import { HeimspielError, type Log, type Store } from "../kernel/index.js";
import { createIdbStore, type IdbOptions } from "./idb-store.js";
import { createMemoryStore } from "./memory-store.js";

/** What the page's store needs. */
export interface StoreOptions extends Omit<IdbOptions, "indexedDB"> {
  /** Asked at first use and not before; may return nothing or throw, as reading `window.indexedDB` does in some frames. */
  indexedDB: () => IDBFactory | null | undefined;
  log: Log;
}

/**
 * The page's store: IndexedDB, or memory, empty at first, from the moment IndexedDB is missing, throws, refuses, hangs
 * or is over quota. Then only `erase` can reject, when data may be left on the device.
 * @throws HeimspielError `storage-timeout` or `storage-failed`, from `erase`.
 * @example
 * const store = createStore({ indexedDB: () => window.indexedDB, isLive: consent.gate.isLive, log: console.warn });
 */
export function createStore({ indexedDB, log, ...rest }: StoreOptions): Store {
  const memory = createMemoryStore(rest.isLive);
  let device: Store | false | undefined;
  let lasting = true;

  const forget = (reason: unknown): void => {
    if (lasting) log("no IndexedDB: this page remembers in memory only", reason);
    lasting = false;
  };
  const find = (): Store | false => {
    try {
      const factory = indexedDB();
      if (factory) return createIdbStore({ ...rest, indexedDB: factory });
      forget("missing");
    } catch (error) {
      forget(error);
    }
    return false;
  };
  const attempt = async <T>(verb: (store: Store) => Promise<T>): Promise<T> => {
    const store = lasting && (device ??= find());
    if (!store) return verb(memory);
    try {
      return await verb(store);
    } catch (error) {
      if (!(error instanceof HeimspielError)) throw error; // the caller's own code threw
      forget(error);
      store.close();
      return verb(memory);
    }
  };
  const remove = async (verb: (store: Store) => Promise<void>): Promise<void> => {
    await verb(memory);
    const store = (device ??= find());
    if (store) await verb(store).catch(unlessRefused);
  };
  return {
    lasts: () => lasting,
    read: (keys) => attempt((store) => store.read(keys)),
    write: (grant, entries, durability) => attempt((store) => store.write(grant, entries, durability)),
    update: (...call) => attempt((store) => store.update(...call)),
    erase: () => remove((store) => store.erase()),
    keepOnly: (...call) => remove((store) => store.keepOnly(...call)),
    close() {
      if (device) device.close();
    },
  };
}

/** A browser that refuses IndexedDB altogether has kept nothing that could be erased. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof HeimspielError && error.code === "storage-unavailable")) throw error;
}
