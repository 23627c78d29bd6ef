import { getMany, promisifyRequest, setMany, update } from "idb-keyval";
import type { Grant, IsLive, Store } from "../kernel/index.js";
import { createConnection, type Connection } from "./connection.js";
import { later, type Delay } from "./delay.js";
import type { Opening } from "./open-database.js";

/** What the IndexedDB store needs. */
export interface IdbOptions {
  indexedDB: IDBFactory;
  isLive: IsLive;
  /** Name of the database (`heimspiel`). */
  name?: string;
  /** Longest wait for opening and for each transaction, in milliseconds (2000). */
  openLimitMs?: number;
  delay?: Delay;
  /** `navigator.locks`, where there is one: wraps the erase, so that tabs erase one after the other. */
  locks?: Pick<LockManager, "request"> | undefined;
}

/**
 * A store in IndexedDB: idb-keyval's verbs over our own store function, because idb-keyval's own connection waits for
 * ever and blocks the deletion of its database.
 * @throws HeimspielError `storage-unavailable` (refused), `storage-timeout` or `storage-failed` (over quota, say).
 * @example
 * const store = createIdbStore({ indexedDB, isLive: consent.gate.isLive });
 * const [state] = await store.read(["state"]);
 */
export function createIdbStore(options: IdbOptions): Store {
  const { indexedDB, isLive, name = "heimspiel", openLimitMs = 2000, delay = later, locks } = options;
  const exclusively: Opening["exclusively"] = (job) => (locks ? locks.request(`${name}:erase`, job) : job());
  const connection = createConnection({ indexedDB, name, limitMs: openLimitMs, delay, exclusively });
  let writes = 0;
  const begin = (grant: Grant): (() => boolean) => {
    writes++;
    return () => isLive(grant);
  };
  return {
    read(keys) {
      const before = writes;
      return readOrRemove(connection, keys, () => writes > before);
    },
    async write(grant, entries, durability) {
      const wanted = begin(grant);
      const use = connection.using({ create: true, commit: true, wanted, ...(durability && { durability }) });
      const pairs = entries.map(([key, value]): [string, unknown] => [key, value]);
      if (wanted()) await setMany(pairs, use);
    },
    async update(grant, key, change, durability) {
      const wanted = begin(grant);
      const use = connection.using({ create: true, wanted, ...(durability && { durability }) });
      let result: { value: ReturnType<typeof change> } | undefined;
      if (wanted()) {
        await update<unknown>(key, (old) => (wanted() ? (result = { value: change(old) }).value : old), use);
      }
      return result ? result.value : change(undefined);
    },
    erase: () => connection.remove(),
    lasts: () => true,
    close: connection.close,
  };
}

async function readOrRemove(
  connection: Connection,
  keys: readonly string[],
  written: () => boolean,
): Promise<unknown[]> {
  const use = connection.using({});
  const found = (await getMany<unknown>([...keys], use)) as unknown[] | undefined;
  if (!found) return keys.map(() => undefined);
  if (found.every((value) => value === undefined)) {
    const size = await use("readonly", (store) => promisifyRequest(store.count()));
    // Emptied by an erase that was blocked. Not awaited, and a failure is survived: the next load tries again.
    if (size === 0) void connection.remove(written).catch(() => undefined);
  }
  return found;
}
