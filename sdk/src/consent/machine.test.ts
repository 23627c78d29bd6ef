import { expect, test, vi } from "vitest";
import { cmp, denied, granted, setUp, stored, unknown } from "./machine.test-helper.js";

test("before anyone has spoken nothing is granted and there is no record", () => {
  const { consent } = setUp();
  expect(consent.get()).toEqual(unknown);
  expect(consent.gate.grant("personalization")).toBeUndefined();
  expect(consent.record()).toBeUndefined();
});

test("a grant opens the gate, a withdrawal closes it before anyone is told", () => {
  const { consent } = setUp();
  consent.set({ personalization: "granted" });
  const grant = consent.gate.grant("personalization")!;
  expect(consent.gate.isLive(grant)).toBe(true);
  expect(consent.gate.grant("statistics")).toBeUndefined();
  const seen: unknown[] = [];
  consent.on(({ erase }) =>
    seen.push(erase, consent.gate.isLive(grant), consent.gate.grant("personalization")),
  );
  consent.withdraw();
  expect(seen).toEqual([true, false, undefined]);
});

test("a grant given after a withdrawal does not revive an earlier one", () => {
  const { consent } = setUp();
  consent.set(granted);
  const old = consent.gate.grant("statistics")!;
  consent.withdraw();
  consent.set(granted);
  expect(consent.gate.isLive(old)).toBe(false);
  expect(consent.gate.isLive(consent.gate.grant("statistics")!)).toBe(true);
});

test("a listener that throws does not keep the others from hearing", () => {
  const { consent, log } = setUp();
  const heard = vi.fn();
  consent.on(() => {
    throw new Error("mine");
  });
  const stop = consent.on(heard);
  consent.set(granted);
  stop();
  consent.withdraw();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(log).toHaveBeenCalled();
});

test("a missing or unknown word counts for neither side", () => {
  const { consent, changes } = setUp();
  consent.hear(cmp, {});
  consent.hear(cmp, unknown);
  expect(consent.get()).toEqual(unknown);
  expect(changes).toEqual([]);
});

test("any explicit denial outranks a grant, whoever gives it and in whatever order", () => {
  for (const order of [
    ["a", "b"],
    ["b", "a"],
  ]) {
    const { consent } = setUp();
    for (const source of order) consent.hear(source, source === "a" ? granted : denied);
    expect(consent.get()).toEqual(denied);
  }
});

test("the visitor's own denial stands until it is taken back in the same place", () => {
  const { consent } = setUp();
  consent.withdraw();
  consent.hear(cmp, denied);
  consent.hear(cmp, granted);
  expect(consent.get()).toEqual(denied);
  consent.set({ personalization: "granted" });
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "denied" });
});

test("a grant whose banner goes silent is suspended: nothing is erased, nothing may be used", () => {
  const { consent, last } = setUp();
  consent.hear(cmp, granted);
  const grant = consent.gate.grant("personalization")!;
  consent.hear(cmp, unknown);
  expect(last()).toMatchObject({ after: unknown, erase: false, source: cmp });
  expect(consent.gate.isLive(grant)).toBe(false);
  consent.hear(cmp, granted);
  expect(consent.gate.isLive(grant)).toBe(false);
  consent.hear(cmp, unknown);
  consent.hear(cmp, denied);
  expect(last()).toMatchObject({ after: denied, erase: true });
});

test.each([
  ["default", unknown, granted],
  ["deny", denied, denied],
  ["ignore", granted, granted],
] as const)(
  "GPC in mode %s, over an implicit and over an explicit grant",
  (gpcMode, implicitly, explicitly) => {
    const { consent } = setUp({ gpc: true, gpcMode, implicit: granted });
    expect(consent.get()).toEqual(implicitly);
    expect(consent.record()).toBeUndefined();
    consent.hear(cmp, granted);
    expect(consent.get()).toEqual(explicitly);
  },
);

test("an implicit grant needs the merchant's word and ends with the first explicit denial", () => {
  const { consent } = setUp({ implicit: { statistics: "granted" } });
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "granted" });
  consent.hear(cmp, { statistics: "denied" });
  expect(consent.get().statistics).toBe("denied");
});

test("the record of an earlier page grants at once, until the banner says otherwise", () => {
  const { consent, last } = setUp();
  consent.restore(stored());
  expect(consent.get()).toEqual(granted);
  expect(consent.record()).toEqual(stored());
  consent.hear(cmp, {});
  expect(consent.get()).toEqual(granted);
  consent.hear(cmp, denied);
  expect(last()).toMatchObject({ after: denied, erase: true });
  expect(consent.record()).toEqual(stored({ purposes: denied, at: 1000 }));
});

test("a restored grant comes too late when the banner has already denied", () => {
  const { consent } = setUp();
  consent.hear(cmp, { personalization: "denied" });
  consent.restore(stored());
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "granted" });
});

test("a restored denial of the visitor's own outranks the banner, one of a former banner does not", () => {
  const own = setUp().consent;
  own.restore(stored({ source: "manual", purposes: { personalization: "granted", statistics: "denied" } }));
  own.hear(cmp, granted);
  expect(own.get()).toEqual({ personalization: "granted", statistics: "denied" });
  const former = setUp().consent;
  former.restore(stored({ source: "klaro", purposes: { personalization: "granted", statistics: "denied" } }));
  former.hear(cmp, granted);
  expect(former.get()).toEqual(granted);
});

test.each([
  ["another policy version", stored({ policyVersion: "2024" })],
  ["another format", { ...stored(), v: 2 }],
  ["no purposes", { ...stored(), purposes: null }],
  ["something else", "granted"],
  ["null", null],
])("a record of %s is erased and the visitor asked again", (_, found) => {
  const { consent, last } = setUp();
  consent.restore(found);
  expect(last()).toMatchObject({ after: unknown, erase: true, source: "record" });
  expect(consent.gate.grant("personalization")).toBeUndefined();
});

test("a banner that is reset or expired erases what rested on its grant, and only then", () => {
  const { consent, changes, last } = setUp();
  consent.reset(cmp);
  expect(changes).toEqual([]);
  consent.restore(stored());
  consent.reset(cmp);
  expect(last()).toMatchObject({ after: unknown, erase: true });
  consent.hear(cmp, granted);
  expect(consent.get()).toEqual(granted);
  consent.reset(cmp);
  expect(last()).toMatchObject({ after: unknown, erase: true });
});

test("a denial erases what may be kept, but not a device known to be empty", () => {
  const unread = setUp();
  unread.consent.hear(cmp, denied);
  expect(unread.last()).toMatchObject({ after: denied, erase: true });
  const empty = setUp();
  empty.consent.restore(undefined);
  empty.consent.hear(cmp, denied);
  expect(empty.last()).toMatchObject({ after: denied, erase: false });
});

test("the record has no id and names the visitor's own word first", () => {
  const { consent, time } = setUp({ policyVersion: "7" });
  consent.hear(cmp, granted);
  time.now = 2000;
  consent.set({ statistics: "denied" });
  expect(consent.record()).toEqual({
    v: 1,
    purposes: { personalization: "granted", statistics: "denied" },
    at: 2000,
    source: "manual",
    policyVersion: "7",
  });
});
