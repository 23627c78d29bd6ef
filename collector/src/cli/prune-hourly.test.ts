import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { noon } from "../testing/collector.js";
import { pruneHourly } from "./prune-hourly.js";

const hour = 3_600_000;
beforeEach(() => {
  vi.useFakeTimers({ now: noon });
});
afterEach(() => {
  vi.useRealTimers();
});

function start(): { days: number[]; warnings: string[]; stop: () => void } {
  const days: number[] = [];
  const warnings: string[] = [];
  const warn = (_: object, message: string): void => void warnings.push(message);
  const log = { warn, error: warn, info: warn };
  const prune = (day: number): Promise<void> => {
    days.push(day);
    return days.length === 3 ? Promise.reject(new Error("locked")) : Promise.resolve();
  };
  return { days, warnings, stop: pruneHourly(prune, { clock: Date.now, log }) };
}

test("every hour, a failure is told and the next hour tries again, until it is stopped", async () => {
  const { days, warnings, stop } = start();
  await vi.advanceTimersByTimeAsync(13 * hour);
  expect(days).toEqual([...Array.from({ length: 11 }, () => 20_779), 20_780, 20_780]);
  expect(warnings).toEqual(["old rows could not be removed"]);
  stop();
  await vi.advanceTimersByTimeAsync(hour);
  expect(days).toHaveLength(13);
});

test("a clock that was set forgets nothing in that hour", async () => {
  const { days, warnings, stop } = start();
  vi.setSystemTime(noon + 365 * 24 * hour);
  await vi.advanceTimersByTimeAsync(hour);
  vi.setSystemTime(noon + hour);
  await vi.advanceTimersByTimeAsync(hour);
  expect(days).toEqual([]);
  expect(warnings).toEqual(["the clock was set", "the clock was set"]);
  await vi.advanceTimersByTimeAsync(hour);
  expect(days).toEqual([20_779]);
  stop();
});
