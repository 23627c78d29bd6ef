import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import type { Grant } from "../kernel/index.js";
import { createStore } from "./create-store.js";

const grant = { purpose: "personalization", epoch: 0 } as Grant;
const at1 = (callback: () => void) => {
  queueMicrotask(callback);
  return () => undefined;
};

afterEach(() => void vi.restoreAllMocks());

const hanging = { open: () => new EventTarget(), deleteDatabase: () => new EventTarget() };
const refusing = {
  open: () => {
    throw new DOMException("denied", "SecurityError");
  },
  deleteDatabase: () => {
    throw new DOMException("denied", "SecurityError");
  },
};

test.each<[string, () => IDBFactory | null | undefined]>([
  ["missing", () => undefined],
  ["null", () => null],
  [
    "throws on access",
    () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  ],
  ["refuses", () => refusing as unknown as IDBFactory],
  ["answers with nothing", () => ({ open: () => null }) as unknown as IDBFactory],
  ["hangs", () => hanging as unknown as IDBFactory],
])("memory takes over when IndexedDB %s", async (_, indexedDB) => {
  const log = vi.fn();
  const store = createStore({ indexedDB, isLive: () => true, log, delay: at1 });
  expect(await store.read(["state"])).toEqual([undefined]);
  await store.write(grant, [["state", 1]]);
  expect(await store.update(grant, "state", (old) => (old as number) + 1)).toBe(2);
  expect(await store.read(["state"])).toEqual([2]);
  expect(store.lasts()).toBe(false);
  expect(log).toHaveBeenCalledTimes(1);
});

test("over quota the page goes on in memory, and an erase still empties the device", async () => {
  const factory = new IDBFactory();
  const log = vi.fn();
  const store = createStore({ indexedDB: () => factory, isLive: () => true, log });
  await store.write(grant, [["state", "kept"]]);
  expect(store.lasts()).toBe(true);
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await store.write(grant, [["state", "new"]]);
  expect(await store.read(["state"])).toEqual(["new"]);
  expect(store.lasts()).toBe(false);
  await store.erase();
  expect(await store.read(["state"])).toEqual([undefined]);
  expect(await factory.databases()).toEqual([]);
});

test("IndexedDB is not touched before the first use", () => {
  const indexedDB = vi.fn();
  createStore({ indexedDB, isLive: () => true, log: () => undefined }).close();
  expect(indexedDB).not.toHaveBeenCalled();
});

test("an erase that cannot be done says so, one where nothing could be stored does not", async () => {
  const make = (factory: unknown) =>
    createStore({
      indexedDB: () => factory as IDBFactory,
      isLive: () => true,
      log: () => undefined,
      delay: at1,
    });
  await expect(make(hanging).erase()).rejects.toMatchObject({ code: "storage-timeout" });
  await expect(make(refusing).erase()).resolves.toBeUndefined();
});

test("a bug in the caller's change is the caller's, and does not end the use of IndexedDB", async () => {
  const factory = new IDBFactory();
  const store = createStore({ indexedDB: () => factory, isLive: () => true, log: () => undefined });
  const bug = new TypeError("bug");
  const broken = store.update(grant, "n", () => {
    throw bug;
  });
  await expect(broken).rejects.toBe(bug);
  expect(store.lasts()).toBe(true);
});

test("memory needs a live grant too", async () => {
  const life = { live: true };
  const store = createStore({ indexedDB: () => null, isLive: () => life.live, log: () => undefined });
  await store.write(grant, [["n", 1]]);
  life.live = false;
  await store.write(grant, [["n", 2]]);
  expect(await store.update(grant, "n", (old) => old ?? "nothing")).toBe("nothing");
  expect(await store.read(["n"])).toEqual([1]);
});
