import { expect, test, vi } from "vitest";
import { eraseDevice } from "./erase-device.js";
import { fakeCore, fakeStore } from "./fakes.test-helper.js";

function setUp() {
  const kept = fakeStore();
  const deleteDatabase = vi.fn();
  const store = vi.fn(() => Promise.resolve(kept.store));
  const fake = fakeCore({ store, window: { indexedDB: { deleteDatabase } } as never });
  return { ...fake, ...kept, load: store, deleteDatabase };
}

test("the store erases", async () => {
  const { core, values, deleteDatabase, said } = setUp();
  values.set("state", 1);
  await eraseDevice(core);
  expect(values.size).toBe(0);
  expect(deleteDatabase).not.toHaveBeenCalled();
  expect(said).toEqual([]);
});

test.each(["store", "erase"])("where that fails (%s) the browser deletes, and that is told", async (what) => {
  const { core, load, store, deleteDatabase, said } = setUp();
  if (what === "store") load.mockRejectedValue(new Error("stage-failed"));
  else vi.spyOn(store, "erase").mockRejectedValue(new Error("blocked"));
  await expect(eraseDevice(core)).resolves.toBeUndefined();
  expect(deleteDatabase).toHaveBeenCalledExactlyOnceWith("heimspiel");
  expect(said).toHaveLength(1);
});
