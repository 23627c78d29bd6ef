import { expect, test } from "vitest";
import { createLimiter } from "./limiter.js";
import { isLoopback, networkOf } from "./network.js";

test.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["no address", "no address"],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test.each([
  ["127.0.0.1", true],
  ["127.9.9.9", true],
  ["::1", true],
  ["::ffff:127.0.0.1", true],
  ["192.0.2.7", false],
  ["2001:db8::1", false],
])("%s is this machine: %s", (address, expected) => {
  expect(isLoopback(address)).toBe(expected);
});

test("senders are counted apart and anew every minute", () => {
  let now = 0;
  const limiter = createLimiter(1, () => now);
  expect([limiter.allow("a"), limiter.allow("a"), limiter.allow("b")]).toEqual([true, false, true]);
  now = 59_999;
  expect(limiter.allow("a")).toBe(false);
  now = 60_000;
  expect(limiter.allow("a")).toBe(true);
});

test("a clock that is set, forwards or back, keeps nobody out", () => {
  let now = 365 * 86_400_000;
  const limiter = createLimiter(1, () => now);
  for (const set of [0, 1, -2].map((years) => years * 365 * 86_400_000)) {
    now += set;
    expect([limiter.allow("a"), limiter.allow("a")]).toEqual([true, false]);
  }
});
