import { getMany, promisifyRequest } from "idb-keyval";
import type { Grant, IsLive, Stop, Store } from "../kernel/index.js";
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
  /**
   * Calls when the page is put aside amid all it does, until the function returned is called. An unfinished transaction
   * would keep every other page from its own; one that was broken off is tried again when the page goes on.
   */
  onSuspend?: ((abort: () => void) => Stop) | undefined;
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
  const {
    indexedDB,
    isLive,
    name = "heimspiel",
    openLimitMs = 2000,
    delay = later,
    locks,
    onSuspend,
  } = options;
  const exclusively: Opening["exclusively"] = (job) => (locks ? alone(locks, `${name}:erase`, job) : job());
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
      if (!wanted()) return;
      await use("readwrite", (store) => putAll(store, entries));
    },
    async update(grant, key, change, durability) {
      const wanted = begin(grant);
      const use = connection.using({ create: true, wanted, ...(durability && { durability }) });
      let result: { value: ReturnType<typeof change> } | undefined;
      await use("readwrite", (store) => {
        const replaced = replace(store, key, (old) =>
          wanted() ? (result = { value: change(old) }) : undefined,
        );
        return replaced.finally(onSuspend?.(() => store.transaction.abort()));
      });
      return result ? result.value : change(undefined);
    },
    erase: () => connection.remove(),
    keepOnly: (key, keep) => keepOnly(connection, key, keep),
    lasts: () => true,
    close: connection.close,
  };
}

function putAll(store: IDBObjectStore, entries: readonly (readonly [string, unknown])[]): Promise<void> {
  for (const [key, value] of entries) {
    if (value === undefined) store.delete(key);
    else store.put(value, key);
  }
  return promisifyRequest(store.transaction);
}

async function keepOnly(
  connection: Connection,
  key: string,
  keep: (value: unknown) => boolean,
): Promise<void> {
  const value = await connection.using(atOnce)("readonly", (store) =>
    promisifyRequest<unknown>(store.get(key)),
  );
  if (value === undefined) return;
  await connection.using({ ...atOnce, durability: "strict" })("readwrite", (store) => {
    store.clear();
    if (keep(value)) store.put(value, key);
    return promisifyRequest(store.transaction);
  });
}

/**
 * Puts what becomes of the old value, if anything does. Not idb-keyval's own update: it puts the old value back where the
 * permission has ended meanwhile.
 */
async function replace(
  store: IDBObjectStore,
  key: string,
  change: (old: unknown) => { value: unknown } | undefined,
): Promise<void> {
  const next = change(await promisifyRequest<unknown>(store.get(key)));
  if (!next) return;
  store.put(next.value, key);
  await promisifyRequest(store.transaction);
}

/** Committed without waiting for the answers: a tab frozen in between would block every other tab's erase. */
const atOnce = { commit: true };

/** Longest wait for another tab's erase, in milliseconds: a frozen tab would hold the lock for ever. */
const LOCK_MS = 1000;

async function alone(
  locks: Pick<LockManager, "request">,
  name: string,
  job: () => Promise<unknown>,
): Promise<unknown> {
  let began = false as boolean;
  try {
    return await locks.request(name, { signal: AbortSignal.timeout(LOCK_MS) }, () => {
      began = true;
      return job();
    });
  } catch (error) {
    if (began) throw error;
    return job();
  }
}

async function readOrRemove(
  connection: Connection,
  keys: readonly string[],
  written: () => boolean,
): Promise<unknown[]> {
  const use = connection.using(atOnce);
  const found = (await getMany<unknown>([...keys], use)) as unknown[] | undefined;
  if (!found) return keys.map(() => undefined);
  if (found.every((value) => value === undefined)) {
    const size = await use("readonly", (store) => promisifyRequest(store.count()));
    // Emptied by an erase that was blocked. Not awaited, and a failure is survived: the next load tries again.
    if (size === 0) void connection.remove(written).catch(() => undefined);
  }
  return found;
}
