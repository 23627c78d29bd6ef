// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterPaint, browserEnvironment, listen } from "./environment.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "requestAnimationFrame"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("the browser's ports: its time, its randomness, its console", () => {
  const { clock, random, log } = browserEnvironment(window);
  vi.spyOn(Date, "now").mockReturnValue(42);
  expect(clock()).toBe(42);
  const warn = vi.spyOn(window.console, "warn").mockImplementation(() => undefined);
  log("careful", 1, 2);
  expect(warn).toHaveBeenCalledExactlyOnceWith("[heimspiel] careful", 1, 2);
  const draws = Array.from({ length: 64 }, random);
  expect(draws.every((draw) => Number.isInteger(draw) && draw >= 0 && draw < 2 ** 32)).toBe(true);
  expect(new Set(draws).size).toBeGreaterThan(32);
  expect(Math.max(...draws)).toBeGreaterThan(2 ** 31);
});

test("randomness comes from the browser's cryptography alone", () => {
  vi.spyOn(window.crypto, "getRandomValues").mockImplementation((array) => {
    (array as unknown as Uint32Array)[0] = 4_294_967_295;
    return array;
  });
  expect(browserEnvironment(window).random()).toBe(4_294_967_295);
});

test("a listener hears until it is stopped", () => {
  const target = new EventTarget();
  const heard = vi.fn();
  const stop = listen(target, "x", heard);
  target.dispatchEvent(new Event("x"));
  stop();
  stop();
  target.dispatchEvent(new Event("x"));
  expect(heard).toHaveBeenCalledOnce();
});

test("waits for the first frame", async () => {
  const painted = vi.fn();
  const waiting = afterPaint(window).then(painted);
  await vi.advanceTimersByTimeAsync(15);
  expect(painted).not.toHaveBeenCalled();
  vi.runAllTimers();
  await waiting;
  expect(painted).toHaveBeenCalledOnce();
});

test("where the browser knows when it is idle, waits for that", async () => {
  const idle = vi.fn<typeof requestIdleCallback>(() => 1);
  vi.stubGlobal("requestIdleCallback", idle);
  const painted = vi.fn();
  const waiting = afterPaint(window).then(painted);
  await vi.runAllTimersAsync();
  expect(painted).not.toHaveBeenCalled();
  const [[run]] = idle.mock.calls as [Parameters<typeof requestIdleCallback>];
  run({} as IdleDeadline);
  await waiting;
  expect(painted).toHaveBeenCalledOnce();
});
