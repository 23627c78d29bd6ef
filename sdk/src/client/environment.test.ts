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

test("a task waits for the first frame, and runs once", () => {
  const task = vi.fn();
  afterPaint(window, task);
  expect(task).not.toHaveBeenCalled();
  vi.advanceTimersByTime(15);
  expect(task).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(task).toHaveBeenCalledOnce();
});

test("where the browser knows when it is idle, the task waits for that", () => {
  const idle = vi.fn<typeof requestIdleCallback>(() => 1);
  vi.stubGlobal("requestIdleCallback", idle);
  const task = vi.fn();
  afterPaint(window, task);
  vi.runAllTimers();
  expect(task).not.toHaveBeenCalled();
  const [[run]] = idle.mock.calls as [Parameters<typeof requestIdleCallback>];
  run({} as IdleDeadline);
  expect(task).toHaveBeenCalledOnce();
});

test("a task stopped before its turn does not run", () => {
  const task = vi.fn();
  const stop = afterPaint(window, task);
  stop();
  vi.runAllTimers();
  expect(task).not.toHaveBeenCalled();
});
