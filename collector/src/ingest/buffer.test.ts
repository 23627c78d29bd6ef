import { expect, test } from "vitest";
import { noon } from "../testing/collector.js";
import { bodyOf } from "../testing/visitor.js";
import { createBuffer } from "./buffer.js";
import type { Outcome } from "./commit.js";
import { Refusal } from "./refusal.js";
import type { Incoming } from "./types.js";
import { validate } from "./validate.js";

const incoming = (number: number): Incoming => validate(bodyOf(number), noon);

/** A commit that waits until it is let go. */
function heldCommit(): {
  commit: (batch: readonly Incoming[]) => Promise<Outcome[]>;
  batches: number[];
  go: () => void;
} {
  const batches: number[] = [];
  const held: (() => void)[] = [];
  return {
    batches,
    commit: (batch) =>
      new Promise((resolve) => {
        batches.push(batch.length);
        held.push(() => resolve(batch.map(() => "counted")));
      }),
    go: () => held.shift()?.(),
  };
}

const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test("what arrives during a commit goes into the next one, together", async () => {
  const { commit, batches, go } = heldCommit();
  const buffer = createBuffer({ commit, gather: () => Promise.resolve() });
  const first = buffer.add(incoming(1));
  await tick();
  const others = [2, 3, 4].map((number) => buffer.add(incoming(number)));
  await tick();
  expect(batches).toEqual([1]);
  go();
  expect(await first).toBe("counted");
  await tick();
  expect(batches).toEqual([1, 3]);
  go();
  expect(await Promise.all(others)).toEqual(["counted", "counted", "counted"]);
});

test("where batches may go side by side, another one begins when enough has come", async () => {
  const { commit, batches, go } = heldCommit();
  const buffer = createBuffer({ commit, gather: () => Promise.resolve(), atOnce: 2, batchAtMost: 200 });
  const added = [buffer.add(incoming(0))];
  await tick();
  for (let number = 1; number <= 127; number++) added.push(buffer.add(incoming(number)));
  await tick();
  expect(batches).toEqual([1]);
  added.push(buffer.add(incoming(128)));
  await tick();
  expect(batches).toEqual([1, 128]);
  for (let number = 129; number <= 600; number++) added.push(buffer.add(incoming(number)));
  await tick();
  expect(batches).toEqual([1, 128]);
  const closed = buffer.close();
  for (let turn = 0; turn < 5; turn++) {
    go();
    await tick();
  }
  await closed;
  expect(batches).toEqual([1, 128, 200, 200, 72]);
  expect(new Set(await Promise.all(added))).toEqual(new Set(["counted"]));
});

test("nothing is acknowledged before its commit has resolved", async () => {
  const { commit, go } = heldCommit();
  const buffer = createBuffer({ commit, gather: () => Promise.resolve() });
  let told = false;
  const added = buffer.add(incoming(1)).then(() => (told = true));
  await tick();
  expect(told).toBe(false);
  go();
  await added;
  expect(told).toBe(true);
});

test("a failed commit fails its own batch only", async () => {
  let fails = true;
  const buffer = createBuffer({
    commit: (batch) =>
      fails ? Promise.reject(new Error("disk full")) : Promise.resolve(batch.map(() => "counted")),
  });
  await expect(buffer.add(incoming(1))).rejects.toThrow("disk full");
  fails = false;
  expect(await buffer.add(incoming(1))).toBe("counted");
});

test("batches and the queue are bounded", async () => {
  const { commit, batches, go } = heldCommit();
  const buffer = createBuffer({ commit, gather: () => Promise.resolve(), batchAtMost: 2, waitingAtMost: 3 });
  const first = buffer.add(incoming(0));
  await tick();
  const waiting = [1, 2, 3].map((number) => buffer.add(incoming(number)));
  expect(await buffer.add(incoming(4))).toBeInstanceOf(Refusal);
  for (let time = 0; time < 3; time++) {
    go();
    await tick();
  }
  await Promise.all([first, ...waiting]);
  expect(batches).toEqual([1, 2, 1]);
});

test("closing waits for what is under way and refuses the rest", async () => {
  const { commit, go } = heldCommit();
  const buffer = createBuffer({ commit, gather: () => Promise.resolve() });
  const added = buffer.add(incoming(1));
  await tick();
  const closed = buffer.close();
  expect(await buffer.add(incoming(2))).toMatchObject({ code: "busy" });
  go();
  await closed;
  expect(await added).toBe("counted");
});
