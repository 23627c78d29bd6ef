// @vitest-environment happy-dom
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Boot } from "./boot.js";

let device: IDBFactory;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  device = new IDBFactory();
  vi.stubGlobal("indexedDB", device);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.adoptedStyleSheets = [];
  document.head.replaceChildren();
  delete window.heimspielBoot;
});

/** Runs the script as a page would: anew each time. */
const boot = async (): Promise<Boot> => {
  vi.resetModules();
  await import("./boot.js");
  return window.heimspielBoot!;
};
const remember = (entries: Record<string, unknown>, storeName = "keyval"): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = device.open("heimspiel");
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
    opening.onerror = reject;
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(storeName, "readwrite");
      for (const [key, value] of Object.entries(entries)) transaction.objectStore(storeName).put(value, key);
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
const granted = { consent: { v: 1, purposes: { personalization: "granted" } }, state: { profile: {} } };
const rules = (): string =>
  document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join();

test("a first visit: everything is released with the answer, and no database is left", async () => {
  const { read } = await boot();
  expect(rules()).toContain("visibility");
  expect(await read).toBeUndefined();
  expect([rules(), window.heimspielBoot!.held]).toEqual(["", false]);
  expect(await device.databases()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test("with a grant and a profile slots stay hidden until the limit", async () => {
  await remember({ ...granted, manifest: { topics: [] } });
  const { read } = await boot();
  expect(await read).toEqual([granted.consent, granted.state, { topics: [] }]);
  vi.advanceTimersByTime(199);
  expect(rules()).toContain("visibility");
  vi.advanceTimersByTime(1);
  expect([rules(), window.heimspielBoot!.held]).toEqual(["", false]);
});

test.each([
  ["denied", { ...granted, consent: { purposes: { personalization: "denied" } } }],
  ["no profile", { consent: granted.consent }],
  ["no record", { state: granted.state }],
  ["a record of another shape", { ...granted, consent: "granted" }],
])("%s: released with the answer, which is still handed on", async (_name, entries) => {
  await remember(entries);
  const { read } = await boot();
  expect(await read).toHaveLength(3);
  expect(rules()).toBe("");
});

test("a database that is not ours does not throw and is not held open", async () => {
  await remember({ consent: 1 }, "other");
  expect(await (await boot()).read).toBeUndefined();
  expect(rules()).toBe("");
  await new Promise((resolve, reject) => {
    const deletion = device.deleteDatabase("heimspiel");
    deletion.onblocked = reject;
    deletion.onsuccess = resolve;
  });
});

test.each([
  ["is missing", undefined],
  [
    "refuses",
    {
      open() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    },
  ],
])("storage that %s is a first visit", async (_name, indexedDB) => {
  vi.stubGlobal("indexedDB", indexedDB);
  expect(await (await boot()).read).toBeUndefined();
  expect(rules()).toBe("");
});

test("storage that hangs holds nothing past the limit", async () => {
  vi.stubGlobal("indexedDB", { open: () => ({}) });
  await boot();
  vi.advanceTimersByTime(200);
  expect(rules()).toBe("");
});

test("the decision stage shows the page and keeps the slots hidden, as long as it wants", async () => {
  await remember(granted);
  const taken = await boot();
  await taken.read;
  taken.release(true);
  vi.advanceTimersByTime(10_000);
  expect([rules().includes("visibility"), taken.held]).toEqual([true, true]);
  taken.release();
  taken.release(true);
  expect([rules(), taken.held]).toEqual(["", false]);
});

test("after the limit slots are not hidden again", async () => {
  await remember(granted);
  const late = await boot();
  await late.read;
  vi.advanceTimersByTime(200);
  late.release(true);
  expect([rules(), late.held]).toEqual(["", false]);
});

test("data-hold=page hides the frame, and only until it is let go", async () => {
  await remember(granted);
  const script = document.createElement("script");
  script.dataset["hold"] = "page";
  document.head.append(script);
  const held = await boot();
  expect(rules()).toContain("opacity");
  await held.read;
  held.release(true);
  expect(rules()).not.toContain("opacity");
  expect(rules()).toContain("visibility");
});

test("a browser without constructable style sheets shows the default, without an error", async () => {
  vi.stubGlobal("CSSStyleSheet", undefined);
  vi.resetModules();
  await expect(import("./boot.js")).resolves.toBeDefined();
  expect(window.heimspielBoot).toBeUndefined();
});
