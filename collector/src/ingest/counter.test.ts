import { EventEmitter } from "node:events";
import { MessageChannel } from "node:worker_threads";
import { expect, test, vi } from "vitest";
import { createTestCollector, noon } from "../testing/collector.js";
import { bodyOf } from "../testing/visitor.js";
import { count, counterIn, Refusal, serveCounter, type Counter } from "./index.js";

/** Both ends of a thread, in this one. */
function joined(counter: Counter): Counter {
  const { port1, port2 } = new MessageChannel();
  serveCounter(port2, counter, String);
  const worker = Object.assign(new EventEmitter(), { postMessage: port1.postMessage.bind(port1) });
  port1.on("message", (message) => worker.emit("message", message));
  port1.on("close", () => worker.emit("exit", 0));
  return counterIn(worker);
}

test("each body is told what became of it, in its place, as it is without a thread", async () => {
  const { db } = await createTestCollector();
  const bodies = [
    bodyOf(1),
    "{",
    bodyOf(2),
    bodyOf(1),
    bodyOf(3, { site: "nowhere" }),
    bodyOf(4, { day: 1 }),
  ];
  const outcomes = await joined({ count: (batch, now) => count(db, batch, now), stop: vi.fn() }).count(
    bodies,
    noon,
  );
  expect(outcomes.map((one) => (one instanceof Refusal ? [one.code, one.place, one.status] : one))).toEqual([
    "counted",
    ["malformed", "body", 400],
    "counted",
    "repeat",
    ["unknown-site", "site", 404],
    ["day-out-of-range", "day", 400],
  ]);
  expect(outcomes[1]).toMatchObject({ message: expect.stringMatching(/./) as unknown });
});

test("nothing but refusals needs no transaction", async () => {
  const { db } = await createTestCollector();
  await db.destroy();
  expect(await count(db, ["{"], noon)).toMatchObject([{ code: "malformed" }]);
});

test("batches are told apart, whichever is done first; one that fails is not acknowledged", async () => {
  const held: (() => void)[] = [];
  const counter = joined({
    stop: vi.fn(),
    count: ([body]) =>
      body === "full"
        ? Promise.reject(new Error("disk full"))
        : new Promise((resolve) => held.push(() => resolve([body === "first" ? "counted" : "repeat"]))),
  });
  const [first, second] = [counter.count(["first"], noon), counter.count(["second"], noon)];
  await expect(counter.count(["full"], noon)).rejects.toThrow("disk full");
  held.reverse().forEach((go) => go());
  expect(await Promise.all([first, second])).toEqual([["counted"], ["repeat"]]);
});

test("stop ends the thread, and what it has open", async () => {
  const stop = vi.fn(() => Promise.resolve());
  await joined({ count: () => Promise.resolve([]), stop }).stop();
  expect(stop).toHaveBeenCalledOnce();
});
