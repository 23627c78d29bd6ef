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
