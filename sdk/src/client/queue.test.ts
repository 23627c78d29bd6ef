import { expect, test, vi } from "vitest";
import type { Client } from "./public.js";
import { adoptQueue } from "./queue.js";

function setUp() {
  const log = vi.fn();
  const client = { goal: vi.fn(), declare: vi.fn(), stop: vi.fn() };
  return { log, client, adopt: (queued: unknown) => adoptQueue(client as unknown as Client, queued, log) };
}

test("calls made before the script are made up for, in their order, with their arguments", () => {
  const { client, adopt, log } = setUp();
  const heard: unknown[] = [];
  client.declare.mockImplementation((...args) => heard.push(["declare", ...args]));
  client.goal.mockImplementation((...args) => heard.push(["goal", ...args]));
  adopt([
    ["declare", "size", 42],
    ["goal", "signup", { value: 3 }],
    (one: Client) => heard.push(one === (client as never)),
  ]);
  expect(heard).toEqual([["declare", "size", 42], ["goal", "signup", { value: 3 }], true]);
  expect(log).not.toHaveBeenCalled();
});

test("afterwards push calls at once, one or several", () => {
  const { client, adopt } = setUp();
  const queue = adopt([]);
  queue.push(["goal", "a"], ["goal", "b"]);
  expect(client.goal.mock.calls).toEqual([["a"], ["b"]]);
});

test("the queue is the client as well", () => {
  const { client, adopt } = setUp();
  adopt(undefined).goal("direct");
  expect(client.goal).toHaveBeenCalledExactlyOnceWith("direct");
});

test.each([
  ["an unknown method", ["gaol", "signup"]],
  ["nothing", undefined],
  ["null", null],
  ["a number", 5],
  ["an empty call", []],
])("%s is named and skipped, the next call is made", (_, call) => {
  const { client, adopt, log } = setUp();
  adopt([call, ["goal", "next"]]);
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.any(String), call, expect.any(Error));
  expect(client.goal).toHaveBeenCalledExactlyOnceWith("next");
});

test("a queued function that throws does not reach the page, nor keep the next from being called", () => {
  const { client, adopt, log } = setUp();
  const fault = new Error("the merchant's");
  const queue = adopt([]);
  expect(() =>
    queue.push(() => {
      throw fault;
    }, ["goal", "next"]),
  ).not.toThrow();
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.any(String), expect.any(Function), fault);
  expect(client.goal).toHaveBeenCalledOnce();
});

test.each([undefined, null, "text", 5, {}, { 0: ["goal"], length: 1 }])(
  "%j was no queue: nothing is called",
  (queued) => {
    const { client, adopt, log } = setUp();
    adopt(queued);
    expect(client.goal).not.toHaveBeenCalled();
    expect(log).not.toHaveBeenCalled();
  },
);
