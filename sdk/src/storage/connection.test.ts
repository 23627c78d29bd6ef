import { IDBObjectStore, forceCloseDatabase } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import type { HeimspielError } from "../kernel/index.js";
import { grant, rudeConnection, settled, setUp } from "./test-kit.js";

afterEach(() => void vi.restoreAllMocks());

/** Makes every open wait: a connection that does not close holds up a request for another version, or for deletion. */
async function holdUp(indexedDB: IDBFactory, request: () => IDBOpenDBRequest): Promise<() => void> {
  const rude = await rudeConnection(indexedDB);
  request().onsuccess = ({ target }) => (target as IDBRequest<IDBDatabase | undefined>).result?.close();
  return () => rude.close();
}

test("an open that never answers is given up after the limit; answered late, it creates nothing", async () => {
  const { store, elapse, indexedDB, names } = setUp({ openLimitMs: 500 });
  const release = await holdUp(indexedDB, () => indexedDB.deleteDatabase("heimspiel"));
  const written = store.write(grant, [["state", 1]]);
  await settled();
  elapse(500);
  await expect(written).rejects.toMatchObject({ code: "storage-timeout" } satisfies Partial<HeimspielError>);
  release();
  await settled();
  expect(await names()).toEqual([]);
});

test("an open answered after the limit leaves no connection", async () => {
  const { store, elapse, indexedDB } = setUp({ openLimitMs: 500 });
  const release = await holdUp(indexedDB, () => indexedDB.open("heimspiel", 2));
  const read = store.read(["state"]);
  await settled();
  elapse(500);
  await expect(read).rejects.toMatchObject({ code: "storage-timeout" });
  release();
  await settled();
  const blocked = vi.fn();
  const deletion = indexedDB.deleteDatabase("heimspiel");
  deletion.onblocked = blocked;
  await settled();
  expect(deletion.readyState).toBe("done");
  expect(blocked).not.toHaveBeenCalled();
});

test("a transaction that never ends is given up after the limit", async () => {
  const { store, elapse } = setUp();
  await store.write(grant, [["state", 1]]);
  vi.spyOn(IDBObjectStore.prototype, "get").mockReturnValue({} as IDBRequest);
  const read = store.read(["state"]);
  elapse(2000);
  await expect(read).rejects.toMatchObject({ code: "storage-timeout" });
});

test("another tab's version change closes the connection, and the next use opens a new one", async () => {
  const { store, indexedDB } = setUp();
  await store.write(grant, [["state", 1]]);
  await new Promise((resolve) => (indexedDB.deleteDatabase("heimspiel").onsuccess = resolve));
  expect(await store.read(["state"])).toEqual([undefined]);
  await store.write(grant, [["state", 2]]);
  expect(await store.read(["state"])).toEqual([2]);
});

test.each([
  ["InvalidStateError", "The database connection is closing."],
  ["UnknownError", "Connection to Indexed Database server lost. Refresh the page to try again"],
])("a lost connection (%s) is opened again once", async (name, message) => {
  const { store, indexedDB } = setUp();
  await store.write(grant, [["state", 1]]);
  const prototype = Object.getPrototypeOf(await rudeConnection(indexedDB)) as IDBDatabase;
  const lost = (): never => {
    throw new DOMException(message, name);
  };
  vi.spyOn(prototype, "transaction").mockImplementationOnce(lost);
  expect(await store.read(["state"])).toEqual([1]);
  vi.spyOn(prototype, "transaction").mockImplementationOnce(lost).mockImplementationOnce(lost);
  await expect(store.read(["state"])).rejects.toMatchObject({ code: "storage-failed" });
});

test("a connection the browser closes is replaced", async () => {
  const { store, indexedDB } = setUp();
  const opened: IDBDatabase[] = [];
  const open = indexedDB.open.bind(indexedDB);
  vi.spyOn(indexedDB, "open").mockImplementation((name) => {
    const request = open(name);
    request.addEventListener("success", () => opened.push(request.result));
    return request;
  });
  await store.write(grant, [["state", 1]]);
  forceCloseDatabase(opened[0] as never);
  await settled();
  expect(await store.read(["state"])).toEqual([1]);
  expect(opened).toHaveLength(2);
});

test("close leaves no connection, not even one that was being opened", async () => {
  const { store, indexedDB } = setUp();
  const written = store.write(grant, [["state", 1]]);
  store.close();
  await written;
  await settled();
  let blocked = false;
  const request = indexedDB.deleteDatabase("heimspiel");
  request.onblocked = () => (blocked = true);
  await new Promise((resolve) => (request.onsuccess = resolve));
  expect(blocked).toBe(false);
});
