// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whenSettled } from "./page-turn.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** Time passes, and the page changes at the end of it. */
async function pass(ms: number, change = false): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  if (change) document.body.append("more");
  await vi.advanceTimersByTimeAsync(0);
}

test("a page is there when its document has been left alone for a second", async () => {
  const there = vi.fn();
  whenSettled(window, there);
  await pass(900, true);
  await pass(900, true);
  await pass(900);
  expect(there).not.toHaveBeenCalled();
  await pass(200);
  expect(there).toHaveBeenCalledTimes(1);
  await pass(10_000, true);
  expect(there).toHaveBeenCalledTimes(1);
});

test("a page that never rests is there after five", async () => {
  const there = vi.fn();
  whenSettled(window, there);
  for (let at = 0; at < 9; at++) await pass(500, true);
  expect(there).not.toHaveBeenCalled();
  await pass(600);
  expect(there).toHaveBeenCalledTimes(1);
});

test.each(["succeeds", "fails"])(
  "a navigation that takes its time is waited for, when it %s too",
  async (how) => {
    const end = new AbortController();
    const finished = new Promise<void>((resolve, reject) => {
      end.signal.addEventListener("abort", () => {
        if (how === "fails") reject(new Error("aborted"));
        else resolve();
      });
    });
    vi.stubGlobal("navigation", { transition: { finished } });
    const there = vi.fn();
    whenSettled(window, there);
    await pass(60_000);
    expect(there).not.toHaveBeenCalled();
    end.abort();
    await pass(1100);
    expect(there).toHaveBeenCalledTimes(1);
  },
);

test("it can be stopped at any time", async () => {
  const there = vi.fn();
  const early = whenSettled(window, there);
  early();
  const late = whenSettled(window, there);
  await pass(500);
  late();
  await pass(10_000, true);
  expect(there).not.toHaveBeenCalled();
  expect(vi.getTimerCount()).toBe(0);
});
