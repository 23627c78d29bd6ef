import { IDBObjectStore } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import type { Store } from "../kernel/index.js";
import type { IdbOptions } from "./idb-store.js";
import { grant, rudeConnection, settled, setUp } from "./test-kit.js";

afterEach(() => void vi.restoreAllMocks());

test.each([
  ["open", () => undefined],
  ["closed", (store: Store) => store.close()],
])(
  "an erase takes what was written before it and keeps what comes after (connection %s)",
  async (_, before) => {
    const { store } = setUp();
    await store.write(grant, [["old", 1]]);
    before(store);
    const queued = store.write(grant, [["queued", 1]]);
    const erased = store.erase();
    const later = store.write(grant, [["new", 1]]);
    await Promise.all([queued, erased, later]);
    expect(await store.read(["old", "queued", "new"])).toEqual([undefined, undefined, 1]);
  },
);

test("an erase leaves no database, also when other tabs hold polite connections", async () => {
  const { store, make, names } = setUp();
  const other = make();
  await store.write(grant, [["state", 1]]);
  await other.read(["state"]);
  await store.erase();
  expect(await names()).toEqual([]);
  expect(await other.read(["state"])).toEqual([undefined]);
  expect(await names()).toEqual([]);
});

test("an erase where there is no database deletes and creates none", async () => {
  const { store, indexedDB, names } = setUp();
  const deletion = vi.spyOn(indexedDB, "deleteDatabase");
  await store.erase();
  expect(deletion).not.toHaveBeenCalled();
  expect(await names()).toEqual([]);
});

test("a blocked deletion leaves an empty database after a second, which the next load deletes", async () => {
  const { store, indexedDB, elapse, make, names } = setUp();
  await store.write(grant, [["state", "secret"]]);
  const rude = await rudeConnection(indexedDB);
  const erased = store.erase();
  await settled();
  elapse(1000);
  await erased;
  const count = await new Promise((resolve) => {
    const request = rude.transaction("keyval").objectStore("keyval").count();
    request.onsuccess = () => resolve(request.result);
  });
  expect(count).toBe(0);
  rude.close();
  await settled();
  expect(await make().read(["state"])).toEqual([undefined]);
  expect(await names()).toEqual([]);
});

test("an empty database is deleted by a read that finds it", async () => {
  const { store, indexedDB, make, names } = setUp();
  await store.write(grant, [["state", 1]]);
  const database = await rudeConnection(indexedDB);
  database.transaction("keyval", "readwrite").objectStore("keyval").clear();
  database.close();
  expect(await make().read(["state"])).toEqual([undefined]);
  await settled();
  expect(await names()).toEqual([]);
});

test("a read that finds nothing among other keys deletes nothing", async () => {
  const { store } = setUp();
  await store.write(grant, [["state", 1]]);
  await store.read(["statistics"]);
  await settled();
  expect(await store.read(["state"])).toEqual([1]);
});

test("a lock wraps the erase where there are locks", async () => {
  const asked: string[] = [];
  const request = (name: string, job: () => Promise<void>): Promise<void> => {
    asked.push(name);
    return job();
  };
  const { store, names } = setUp({ locks: { request } as IdbOptions["locks"] });
  await store.write(grant, [["state", 1]]);
  await store.erase();
  expect(asked).toEqual(["heimspiel:erase"]);
  expect(await names()).toEqual([]);
});

test.each([
  ["stays, alone, where it is wanted", true, ["no", undefined]],
  ["goes with the rest where it is not", false, [undefined, undefined]],
])("keepOnly: one key %s", async (_, wanted, left) => {
  const { store } = setUp();
  await store.write(grant, [
    ["consent", "no"],
    ["state", 1],
  ]);
  const asked: unknown[] = [];
  await store.keepOnly("consent", (value) => {
    asked.push(value);
    return wanted;
  });
  expect(asked).toEqual(["no"]);
  expect(await store.read(["consent", "state"])).toEqual(left);
});

test("keepOnly creates no database", async () => {
  const { store, names } = setUp();
  await store.keepOnly("consent", () => true);
  expect(await names()).toEqual([]);
});

test("an update whose permission ends while it is on its way writes nothing, not even the old value", async () => {
  const { store, life } = setUp();
  await store.write(grant, [["statistics", 1]]);
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  const updated = store.update(grant, "statistics", () => 2);
  life.live = false;
  await updated;
  expect(put).not.toHaveBeenCalled();
  expect(await store.read(["statistics"])).toEqual([1]);
});

test("a tab that holds the lock for ever holds up neither the emptying nor, after a second, the deletion", async () => {
  const aborted = new AbortController();
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(aborted.signal);
  const request = (_: string, { signal }: LockOptions): Promise<never> =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new DOMException("late", "TimeoutError")));
    });
  const { store, make, names } = setUp({ locks: { request } as unknown as IdbOptions["locks"] });
  await store.write(grant, [["state", 1]]);
  const erased = store.erase();
  await settled();
  expect(await make().read(["state"])).toEqual([undefined]);
  aborted.abort();
  await erased;
  expect(await names()).toEqual([]);
});
