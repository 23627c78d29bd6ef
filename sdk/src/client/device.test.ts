import { expect, test, vi } from "vitest";
import { emptyMemory } from "../decisions/index.js";
import { emptyProfile } from "../interests/index.js";
import { fakeCore, fakeStore } from "./fakes.test-helper.js";
import type { Change, DeviceState } from "./device-state.js";
import { createDevice } from "./device.js";

/** What was declared stands for all that can be learned: names to values. */
const learn =
  (name: string, value: number): Change =>
  (state) => ({
    ...state,
    profile: { ...state.profile, declared: { ...state.profile.declared, [name]: { value, at: 1 } } },
  });
const learned = (state: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries((state as DeviceState).profile.declared).map(([name, { value }]) => [name, value]),
  );
const begin = (): DeviceState => ({ profile: emptyProfile(), memory: emptyMemory("seed") });

function setUp() {
  const decide = vi.fn();
  const fake = fakeCore({ state: begin(), decide });
  const kept = fakeStore(fake.core.consent.gate.isLive);
  return { ...fake, ...kept, decide, device: createDevice(fake.core, kept.store) };
}

test("changes count at once and are written together: one write per flush, one word to the other tabs", async () => {
  const { core, device, writes, values, posted } = setUp();
  device.change(learn("a", 1));
  device.change(learn("b", 2));
  expect(learned(core.state)).toEqual({ a: 1, b: 2 });
  expect(writes).toEqual([]);
  await device.flush();
  expect(writes).toHaveLength(1);
  expect(learned(values.get("state"))).toEqual({ a: 1, b: 2 });
  expect(posted).toEqual([0]);
});

test("where a page that is left stops at once, what a task has changed is written after it", async () => {
  const { core, device, writes } = setUp();
  Object.assign(core.window, { navigator: { vendor: "Apple Computer, Inc." } });
  device.change(learn("a", 1));
  device.change(learn("b", 2));
  expect(writes).toEqual([]);
  await Promise.resolve();
  expect(writes).toHaveLength(1);
  expect(learned(core.state)).toEqual({ a: 1, b: 2 });
});

test("nothing changed, nothing written; what is written is not written again", async () => {
  const { device, writes, posted } = setUp();
  await device.flush();
  device.change(learn("a", 1));
  await device.flush();
  await device.flush();
  expect(writes).toHaveLength(1);
  expect(posted).toHaveLength(1);
});

test("a write starts before flush returns, since the page may be gone right after", () => {
  const { device, writes } = setUp();
  device.change(learn("a", 1));
  void device.flush();
  expect(writes).toHaveLength(1);
});

test("without a state there is nothing to change", async () => {
  const { core, device, writes } = setUp();
  core.state = undefined;
  const step = vi.fn(learn("a", 1));
  device.change(step);
  await device.flush();
  expect(step).not.toHaveBeenCalled();
  expect(writes).toEqual([]);
});

test("without a grant nothing is written; with the next one it is", async () => {
  const { device, writes, permission } = setUp();
  device.change(learn("a", 1));
  permission.personalization = false;
  await device.flush();
  expect(writes).toEqual([]);
  permission.personalization = true;
  await device.flush();
  expect(writes).toHaveLength(1);
});

test("statistics alone do not let the profile be written", async () => {
  const { device, writes, permission } = setUp();
  Object.assign(permission, { personalization: false, statistics: true });
  device.change(learn("a", 1));
  await device.flush();
  expect(writes).toEqual([]);
});

test("a failed write is told, keeps the changes, and the next flush writes them", async () => {
  const { device, life, values, said, posted } = setUp();
  device.change(learn("a", 1));
  life.fault = new Error("full");
  await expect(device.flush()).resolves.toBeUndefined();
  expect(said).toHaveLength(1);
  expect(posted).toEqual([]);
  device.change(learn("b", 2));
  delete life.fault;
  await device.flush();
  expect(learned(values.get("state"))).toEqual({ a: 1, b: 2 });
});

test("changes of a failed write are replayed before later ones", async () => {
  const { core, device, life, values } = setUp();
  device.change(learn("a", 1));
  life.fault = new Error("full");
  const flushed = device.flush();
  device.change(learn("a", 2));
  await flushed;
  values.set("state", begin());
  await device.rebase();
  expect(learned(core.state)).toEqual({ a: 2 });
});

test("a change made while a write is under way is written by the next", async () => {
  const { device, values, writes } = setUp();
  device.change(learn("a", 1));
  const flushed = device.flush();
  device.change(learn("b", 2));
  await flushed;
  expect(learned(values.get("state"))).toEqual({ a: 1 });
  await device.flush();
  expect(writes).toHaveLength(2);
  expect(learned(values.get("state"))).toEqual({ a: 1, b: 2 });
});

test("another tab has written: its state is taken, what is not yet written here is replayed on it", async () => {
  const { core, device, values, decide } = setUp();
  device.change(learn("written", 1));
  await device.flush();
  device.change(learn("mine", 2));
  values.set("state", learn("theirs", 3)(values.get("state") as DeviceState));
  await device.rebase();
  expect(learned(core.state)).toEqual({ written: 1, theirs: 3, mine: 2 });
  expect(decide).toHaveBeenCalledOnce();
  await device.flush();
  expect(learned(values.get("state"))).toEqual({ written: 1, theirs: 3, mine: 2 });
});

test("what was read before this tab has written is not taken for newer", async () => {
  const { core, device } = setUp();
  device.change(learn("a", 1));
  await device.flush();
  const rebased = device.rebase();
  device.change(learn("a", 2));
  await Promise.all([device.flush(), rebased]);
  expect(learned(core.state)).toEqual({ a: 2 });
});

test("what the other tab has taken back does not come back", async () => {
  const { core, device, values } = setUp();
  device.change(learn("old", 1));
  await device.flush();
  values.set("state", begin());
  await device.rebase();
  expect(learned(core.state)).toEqual({});
});

test("nothing stored, or no use allowed any more: what there is stands", async () => {
  const { core, device, values, decide } = setUp();
  device.change(learn("a", 1));
  await device.rebase();
  expect(learned(core.state)).toEqual({ a: 1 });
  values.set("state", begin());
  core.state = undefined;
  await device.rebase();
  expect(core.state).toBeUndefined();
  expect(decide).not.toHaveBeenCalled();
});

test("a withdrawal while the read is under way is not undone by it", async () => {
  const { core, device, values } = setUp();
  values.set("state", begin());
  const rebased = device.rebase();
  core.state = undefined;
  await rebased;
  expect(core.state).toBeUndefined();
});

test("a write whose grant an erase has outdated leaves nothing", async () => {
  const { core, device, store, values, permission } = setUp();
  device.change(learn("a", 1));
  vi.spyOn(store, "write").mockImplementationOnce(async (grant, entries) => {
    permission.epoch++;
    if (core.consent.gate.isLive(grant)) values.set("state", entries);
    return Promise.resolve();
  });
  await device.flush();
  expect(values.size).toBe(0);
});
