import { expect, test, vi } from "vitest";
import { more } from "./more.js";
import type { Signal } from "./signal.js";
import { idleIn, inSlices } from "./slices.js";
import { startSources, type SourcesOptions } from "./start-sources.js";
import { jsonLdPage, pageOf } from "./test/page.js";

/** An idle time that comes when it is told to. */
function waitingRoom() {
  const tasks: (() => void)[] = [];
  const pass = (): number => {
    let slices = 0;
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      task();
      slices++;
    }
    return slices;
  };
  const idle = (task: () => void) => {
    tasks.push(task);
    return () => void tasks.splice(tasks.indexOf(task), 1);
  };
  return { idle, pass, tasks };
}

test("steps are taken until the slice is full, then the next slice is waited for", () => {
  const { idle, pass } = waitingRoom();
  const now = vi.spyOn(performance, "now");
  let time = 0;
  now.mockImplementation(() => time);
  const taken: number[] = [];
  function* steps(): Generator<unknown, void> {
    for (let step = 0; step < 10; step++) yield taken.push((time += 1)); // ms
  }
  inSlices(idle, steps());
  expect(taken).toEqual([]);
  expect(pass()).toBe(6);
  expect(taken).toHaveLength(10);
  now.mockRestore();
});

test("idle time is the browser's, or a task of its own where there is none", async () => {
  const requestIdleCallback = vi.fn(() => 17);
  const cancelIdleCallback = vi.fn();
  idleIn({ requestIdleCallback, cancelIdleCallback } as unknown as Window)(() => undefined)();
  expect(requestIdleCallback).toHaveBeenCalledOnce();
  expect(cancelIdleCallback).toHaveBeenCalledWith(17);
  await new Promise<void>((resolve) => void idleIn({} as Window)(resolve));
  const never = vi.fn();
  idleIn({} as Window)(never)();
  await new Promise((resolve) => setTimeout(resolve, 1));
  expect(never).not.toHaveBeenCalled();
});

function started(html: string, options: Partial<SourcesOptions> = {}, dataLayer: unknown[] = []) {
  const { document, window } = pageOf(html);
  Object.assign(window, { dataLayer });
  const room = waitingRoom();
  const told: Signal[] = [];
  const logged: unknown[] = [];
  const ports = { document, window, clock: () => 1, idle: room.idle };
  const emit = (signal: Signal): void => void told.push(signal);
  const log = (message: string): void => void logged.push(message);
  const stop = startSources({ ...ports, emit, log, ...options });
  return { ...room, told, logged, stop };
}

const boot = jsonLdPage({ "@type": "Product", name: "Boot", category: "Boots" });
const microdata = '<p itemscope itemtype="https://schema.org/Product"><b itemprop="name">Tent</b></p>';

test("nothing is read before the page is idle, and nothing after the end", () => {
  const first = started(boot);
  expect(first.told).toEqual([]);
  first.pass();
  expect(first.told).toHaveLength(1);
  const second = started(boot);
  second.stop();
  expect(second.tasks).toEqual([]);
  second.pass();
  expect(second.told).toEqual([]);
});

test("what few pages need is loaded where a page has it, and only there", async () => {
  const load = vi.fn(() => Promise.resolve(more));
  started(boot, { more: load }).pass();
  expect(load).not.toHaveBeenCalled();
  const { pass, told } = started(microdata, { more: load });
  pass();
  expect([load.mock.calls.length, told.length]).toEqual([1, 0]);
  await Promise.resolve();
  await Promise.resolve();
  pass();
  expect(told).toMatchObject([{ kind: "view", item: { name: "Tent" } }]);
});

test("what cannot be loaded is logged, and the rest is read", async () => {
  const fail = (): Promise<never> => Promise.reject(new Error("offline"));
  const { pass, told, logged } = started(boot + microdata, { more: fail });
  pass();
  await new Promise((resolve) => setTimeout(resolve));
  pass();
  expect([told.length, logged]).toEqual([1, ["a page is read in part"]]);
});

test("a page is read in steps, however much it says", () => {
  const item = { "@type": "Product", name: "x", category: "A > B" };
  const list = { "@type": "ItemList", itemListElement: Array.from({ length: 150 }, () => ({ item })) };
  const now = vi.spyOn(performance, "now");
  let time = 0;
  now.mockImplementation(() => (time += 1)); // every step costs a millisecond
  expect(started(jsonLdPage(list)).pass()).toBeGreaterThan(40);
  now.mockRestore();
});

test("what never comes holds the page up for 3 s, not for ever; what comes later is left out", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let come: (loaded: typeof more) => void = () => undefined;
  const late = new Promise<typeof more>((resolve) => (come = resolve));
  const layer = [["event", "search", { search_term: "tents" }]];
  const { pass, told, tasks } = started(boot + microdata, { more: () => late }, layer);
  pass();
  expect(told).toEqual([]);
  vi.advanceTimersByTime(2999);
  expect(tasks).toEqual([]);
  vi.advanceTimersByTime(1);
  pass();
  expect(told.map(({ kind }) => kind)).toEqual(["view", "search"]);
  come(more);
  await late;
  await Promise.resolve();
  expect(tasks).toEqual([]);
  vi.useRealTimers();
});

test("the end stops the waiting", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { pass, stop, tasks } = started(boot + microdata, { more: () => new Promise(() => undefined) });
  pass();
  expect(vi.getTimerCount()).toBe(1);
  stop();
  expect(vi.getTimerCount()).toBe(0);
  expect(tasks).toEqual([]);
  vi.useRealTimers();
});
