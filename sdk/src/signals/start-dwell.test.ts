import { expect, test } from "vitest";
import type { Signal, Subject } from "./signal.js";
import { startDwell } from "./start-dwell.js";
import { pageOf } from "./test/page.js";
import { createFakeTime, type FakeTime } from "./test/time.js";

interface Desk extends FakeTime {
  told: Signal[];
  move(): void;
  hide(hidden: boolean): void;
  fire(target: "window" | "document", type: string): void;
  stop(): void;
  /** Reads on for so long, moving every five seconds. */
  read(ms: number): void;
}

function sitDown(subject: Subject | undefined = { topics: [{ id: "boots" }] }): Desk {
  const time = createFakeTime();
  const { window, document } = pageOf("<p>text</p>");
  let hidden = false;
  Object.defineProperty(document, "hidden", { get: () => hidden });
  const told: Signal[] = [];
  const ports = {
    ...time,
    window,
    document,
    page: "/p",
    subject: () => subject,
    guard: (run: () => void) => run(),
  };
  const stop = startDwell(ports, (signal) => told.push(signal));
  const fire: Desk["fire"] = (target, type) =>
    void { window, document }[target].dispatchEvent(new (window as unknown as typeof globalThis).Event(type));
  const move = (): void => fire("document", "pointermove");
  const hide = (to: boolean): void => {
    hidden = to;
    fire("document", "visibilitychange");
  };
  const read = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += 5000) {
      time.pass(5000);
      move();
    }
  };
  return { ...time, told, move, hide, fire, stop, read };
}

test("every 20 s of reading tell one dwell, three in all, and then no timer runs", () => {
  const desk = sitDown();
  desk.pass(19_999);
  expect(desk.told).toEqual([]);
  desk.pass(1);
  expect(desk.told).toEqual([{ kind: "dwell", topics: [{ id: "boots" }], at: 1_020_000, page: "/p" }]);
  desk.move();
  desk.read(35_000);
  expect(desk.told).toHaveLength(2);
  desk.read(300_000);
  expect(desk.told).toHaveLength(3);
  expect(desk.pending()).toBe(0);
});

test("a visitor who does not move for 30 s has left; the time away does not count", () => {
  const desk = sitDown();
  desk.pass(600_000);
  expect(desk.told).toHaveLength(1);
  expect(desk.pending()).toBe(0);
  desk.move(); // ten of the second twenty seconds were counted before
  desk.pass(9_999);
  expect(desk.told).toHaveLength(1);
  desk.pass(1);
  expect(desk.told).toHaveLength(2);
});

test("hidden time does not count, and no timer runs in a hidden tab", () => {
  const desk = sitDown();
  desk.pass(15_000);
  desk.hide(true);
  expect(desk.pending()).toBe(0);
  desk.pass(3_600_000);
  desk.hide(false);
  desk.pass(4_999);
  expect(desk.told).toEqual([]);
  desk.pass(1);
  expect(desk.told).toHaveLength(1);
});

test("a page opened in the background waits until it is looked at", () => {
  const desk = sitDown();
  desk.hide(true);
  desk.move();
  desk.pass(60_000);
  expect(desk.told).toEqual([]);
});

test("a page left and restored goes on where it was", () => {
  const desk = sitDown();
  desk.pass(12_000);
  desk.fire("window", "pagehide");
  expect(desk.pending()).toBe(0);
  desk.pass(100_000);
  desk.fire("window", "pageshow");
  desk.pass(8_000);
  expect(desk.told).toHaveLength(1);
});

test("movements keep one timer, not one each", () => {
  const desk = sitDown();
  for (let count = 0; count < 50; count++) desk.move();
  expect(desk.pending()).toBe(1);
});

test("a timer that fires late, as after a closed lid, counts only up to the idle limit", () => {
  let now = 0;
  let run: () => void = () => undefined;
  const told: Signal[] = [];
  const timer = { set: (next: () => void) => (run = next), clear: () => undefined };
  const guard = (next: () => void): void => next();
  const ports = {
    ...pageOf(""),
    clock: () => now,
    timer,
    guard,
    page: "/p",
    subject: () => ({ topics: ["a"] }),
  };
  startDwell(ports, (signal) => told.push(signal));
  now = 10_000_000;
  run();
  expect(told).toHaveLength(1);
});

test("a page about nothing tells nothing", () => {
  const time = createFakeTime();
  const told: Signal[] = [];
  const guard = (run: () => void): void => run();
  startDwell({ ...pageOf(""), ...time, guard, page: "/p", subject: () => undefined }, (signal) =>
    told.push(signal),
  );
  time.pass(60_000);
  expect(told).toEqual([]);
});

test("stop ends timers and listeners, and tells nothing more", () => {
  const desk = sitDown();
  desk.pass(19_000);
  desk.stop();
  desk.stop();
  desk.read(100_000);
  desk.hide(false);
  expect(desk.told).toEqual([]);
  expect(desk.pending()).toBe(0);
});
