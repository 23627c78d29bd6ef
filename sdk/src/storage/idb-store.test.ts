import { IDBObjectStore } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { grant, rudeConnection, setUp } from "./test-kit.js";

afterEach(() => void vi.restoreAllMocks());

test("reading where nothing is stored creates no database", async () => {
  const { store, names } = setUp();
  expect(await store.read(["state", "consent"])).toEqual([undefined, undefined]);
  expect(await names()).toEqual([]);
});

test("what was written is read, in the order asked for, also by a new connection", async () => {
  const { store, make } = setUp();
  await store.write(grant, [
    ["state", { a: 1 }],
    ["consent", 2],
  ]);
  expect(await store.read(["consent", "nothing", "state"])).toEqual([2, undefined, { a: 1 }]);
  expect(await make().read(["state"])).toEqual([{ a: 1 }]);
});

test("one write is one transaction, committed at once, with the durability asked for", async () => {
  const { store, indexedDB } = setUp();
  await store.write(grant, [["warm", 1]]);
  const database = await rudeConnection(indexedDB);
  const prototype = Object.getPrototypeOf(database) as IDBDatabase;
  const begin = vi.spyOn(prototype, "transaction");
  const commit = vi.spyOn(Object.getPrototypeOf(database.transaction("keyval")) as IDBTransaction, "commit");
  begin.mockClear();
  await store.write(
    grant,
    [
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ],
    "strict",
  );
  expect(begin.mock.calls).toEqual([["keyval", "readwrite", { durability: "strict" }]]);
  expect(commit).toHaveBeenCalledTimes(1);
});

test("with a connection a write begins before the call returns, so a page being left gets it through", async () => {
  const { store } = setUp();
  await store.write(grant, [["warm", 1]]);
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  const written = store.write(grant, [["state", 1]]);
  expect(put).toHaveBeenCalledTimes(1);
  await written;
});

test("a write whose entry cannot be stored leaves none of its entries", async () => {
  const { store } = setUp();
  await expect(
    store.write(grant, [
      ["a", 1],
      ["b", () => 1],
    ]),
  ).rejects.toMatchObject({ code: "storage-failed" });
  await store.write(grant, [["c", 1]]);
  expect(await store.read(["a", "b"])).toEqual([undefined, undefined]);
});

test("an update amid which the page is put aside is broken off, and made when the page goes on", async () => {
  let suspend: (() => void) | undefined;
  const listening = vi.fn();
  const onSuspend = (abort: () => void): (() => void) => {
    suspend ??= abort;
    return listening;
  };
  const { store } = setUp({ onSuspend });
  await store.write(grant, [["n", 1]]);
  const add = vi.fn((old: unknown) => (old as number) + 1);
  const updated = store.update(grant, "n", add);
  await vi.waitUntil(() => suspend);
  suspend?.();
  expect(await updated).toBe(2);
  expect(add).toHaveBeenCalledOnce();
  expect(listening).toHaveBeenCalledTimes(2);
  expect(await store.read(["n"])).toEqual([2]);
});

test("updates are atomic: a hundred at once, from two connections, lose nothing", async () => {
  const { store, make } = setUp();
  const other = make();
  const add = (old: unknown): number => ((old as number | undefined) ?? 0) + 1;
  await Promise.all(Array.from({ length: 100 }, (_, i) => (i % 2 ? store : other).update(grant, "n", add)));
  expect(await store.read(["n"])).toEqual([100]);
});

test("an error of the change itself reaches the caller as it is, and nothing is written", async () => {
  const { store } = setUp();
  await store.write(grant, [["n", 1]]);
  const bug = new RangeError("a bug");
  const broken = store.update(grant, "n", () => {
    throw bug;
  });
  await expect(broken).rejects.toBe(bug);
  expect(await store.read(["n"])).toEqual([1]);
});

test("without a live grant nothing is written and no database is made", async () => {
  const { store, life, names } = setUp();
  life.live = false;
  await store.write(grant, [["state", 1]]);
  expect(await store.update(grant, "n", (old) => old ?? "fresh")).toBe("fresh");
  expect(await names()).toEqual([]);
});

test("a write still queued when its grant ends is dropped", async () => {
  const { store, life, names } = setUp();
  const written = store.write(grant, [["state", 1]]);
  const updated = store.update(grant, "n", () => 1);
  life.live = false;
  await Promise.all([written, updated]);
  expect(await names()).toEqual([]);
});

test("over quota a write is refused as storage-failed", async () => {
  const { store } = setUp();
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await expect(store.write(grant, [["state", 1]])).rejects.toMatchObject({ code: "storage-failed" });
});

test("an undefined value deletes its key, in the same transaction", async () => {
  const { store } = setUp();
  await store.write(grant, [
    ["statistics", 1],
    ["state", 1],
  ]);
  await store.write(grant, [
    ["statistics", undefined],
    ["state", 2],
  ]);
  expect(await store.read(["statistics", "state"])).toEqual([undefined, 2]);
});
