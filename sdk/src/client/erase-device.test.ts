import { expect, test, vi } from "vitest";
import { createConsent } from "../consent/index.js";
import type { Core } from "./core.js";
import { eraseDevice } from "./erase-device.js";
import { fakeCore, fakeStore } from "./fakes.test-helper.js";

const cmp = "klaro";
const granted = { personalization: "granted", statistics: "granted" } as const;
const here = { erase: true, source: "manual" };

function setUp(parts: Partial<Core> = {}) {
  const consent = createConsent({ clock: () => 7, log: () => undefined, gpc: false });
  const kept = fakeStore(consent.gate.isLive);
  kept.values.set("consent", { v: 1, purposes: granted }).set("state", 1);
  const deleteDatabase = vi.fn();
  const load = vi.fn(() => Promise.resolve(kept.store));
  const fake = fakeCore({
    consent,
    store: load,
    asks: false,
    touched: () => true,
    window: { indexedDB: { deleteDatabase } } as never,
    ...parts,
  });
  return { ...fake, ...kept, consent, load, deleteDatabase };
}

const refusal = {
  v: 1,
  purposes: { personalization: "denied", statistics: "denied" },
  at: 7,
  source: "manual",
  policyVersion: "",
};

test("a withdrawal leaves nothing", async () => {
  const { core, consent, values, deleteDatabase, said } = setUp();
  consent.withdraw();
  await eraseDevice(core, here);
  expect([...values]).toEqual([]);
  expect(deleteDatabase).not.toHaveBeenCalled();
  expect(said).toEqual([]);
});

test("a no given to the shop's banner leaves nothing: the banner remembers it", async () => {
  const { core, consent, values } = setUp();
  consent.voices.personalization.set(cmp, "denied");
  consent.settle({ source: cmp });
  await eraseDevice(core, { erase: false, source: cmp });
  expect(values.get("consent")).not.toEqual(refusal);
});

test("a first no given to us is kept as the bare record", async () => {
  const { core, consent, values } = setUp();
  values.clear();
  consent.set({ personalization: "denied", statistics: "denied" });
  await eraseDevice(core, { ...here, erase: false });
  expect([...values]).toEqual([["consent", refusal]]);
  expect(consent.kept).toBe(true);
});

test("a no that the banner has heard too leaves nothing, in whatever order they were told", async () => {
  const { core, consent, values } = setUp();
  consent.voices.personalization.set(cmp, "denied");
  consent.withdraw();
  values.clear();
  await eraseDevice(core, { ...here, erase: false });
  expect([...values]).toEqual([]);
});

test.each<[string, Partial<Core>, (core: Core) => void]>([
  ["our own banner would ask again", { asks: true }, () => undefined],
  [
    "the shop's banner still says yes",
    {},
    ({ consent }) => void consent.voices.personalization.set(cmp, "granted"),
  ],
])("a withdrawal leaves the no alone where %s", async (_, parts, before) => {
  const { core, consent, values } = setUp(parts);
  before(core);
  consent.withdraw();
  await eraseDevice(core, here);
  expect([...values]).toEqual([["consent", refusal]]);
});

test("in strict mode not even a no is kept", async () => {
  const { core, consent, values } = setUp({ asks: true, options: { consent: "strict" } });
  consent.withdraw();
  await eraseDevice(core, here);
  expect([...values]).toEqual([]);
});

test("in strict mode, on a page that never had a grant, the browser deletes without a look", async () => {
  const { core, load, deleteDatabase, consent } = setUp({
    options: { consent: "strict" },
    touched: () => false,
  });
  consent.withdraw();
  await eraseDevice(core, here);
  expect(load).not.toHaveBeenCalled();
  expect(deleteDatabase).toHaveBeenCalledExactlyOnceWith("heimspiel");
});

test("a no that has been taken back meanwhile is not kept", async () => {
  const { core, consent, values } = setUp({ asks: true });
  consent.withdraw();
  const erased = eraseDevice(core, here);
  consent.set(granted);
  await erased;
  expect([...values]).toEqual([]);
});

test.each([
  ["the no that the other tab has kept since", refusal, [["consent", refusal]]],
  ["nothing, where there is still the record of a yes", { ...refusal, purposes: granted }, []],
])("a withdrawal in another tab leaves %s", async (_, record, left) => {
  const { core, values } = setUp();
  values.set("consent", record);
  await eraseDevice(core, { erase: true, source: "tab" });
  expect([...values]).toEqual(left);
});

test.each(["store", "erase"])("where that fails (%s) the browser deletes, and that is told", async (what) => {
  const { core, load, store, deleteDatabase, said } = setUp();
  if (what === "store") load.mockRejectedValue(new Error("stage-failed"));
  else vi.spyOn(store, "erase").mockRejectedValue(new Error("blocked"));
  await expect(eraseDevice(core, here)).resolves.toBeUndefined();
  expect(deleteDatabase).toHaveBeenCalledExactlyOnceWith("heimspiel");
  expect(said).toHaveLength(1);
});
