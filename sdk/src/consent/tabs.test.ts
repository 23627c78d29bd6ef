import { expect, test } from "vitest";
import type { Consent, ConsentChange, TabNotice } from "./consent.js";
import { createEar, type Ear } from "./ear.js";
import { erasedElsewhere } from "./erased-elsewhere.js";
import { createConsent } from "./machine.js";

const granted = { personalization: "granted", statistics: "granted" } as const;
const cmp = "vanilla-cookieconsent";

interface Tab {
  consent: Consent & Ear;
  changes: ConsentChange[];
}

/** Tabs of one site on one clock; what one tells, the others hear. */
function openTabs(count: number) {
  const time = { now: 1000 };
  const tabs = Array.from({ length: count }, (): Tab => {
    const machine = createConsent({ clock: () => time.now, log: () => undefined, gpc: false });
    const consent = { ...machine, ...createEar(machine) };
    return { consent, changes: [] };
  });
  for (const { consent, changes } of tabs) {
    consent.on((change) => {
      changes.push(change);
      for (const notice of change.tell) {
        for (const other of tabs) if (other.consent !== consent) other.consent.hearTab(notice);
      }
    });
  }
  return { time, tabs: tabs.map(({ consent }) => consent), changes: tabs.map((tab) => tab.changes) };
}

const denial = (at: number): TabNotice => ({ purpose: "personalization", state: "denied", at, epoch: 9 });

test("a withdrawal in one tab closes the gate and erases in the other, which does not echo it", () => {
  const { tabs, changes, time } = openTabs(2);
  for (const consent of tabs) consent.hear(cmp, granted);
  const grant = tabs[1]!.gate.grant("personalization")!;
  time.now++;
  tabs[0]!.withdraw();
  expect(tabs[1]!.gate.isLive(grant)).toBe(false);
  expect(tabs[1]!.get()).toEqual({ personalization: "denied", statistics: "denied" });
  expect(changes[1]!.at(-1)).toMatchObject({ erase: true, source: "tab", tell: [] });
});

test("a stale banner that keeps answering granted does not undo it", () => {
  const { tabs, time } = openTabs(2);
  for (const consent of tabs) consent.hear(cmp, granted);
  time.now++;
  tabs[0]!.withdraw();
  for (let again = 0; again < 3; again++) {
    time.now++;
    tabs[1]!.hear(cmp, granted);
    tabs[1]!.hear("another", granted);
  }
  expect(tabs[1]!.get().personalization).toBe("denied");
});

test("a denial the banner spoke before the withdrawal does not make its old grant a new one", () => {
  const { tabs, time } = openTabs(2);
  tabs[1]!.hear(cmp, { personalization: "denied" });
  tabs[0]!.hear(cmp, granted);
  time.now++;
  tabs[0]!.withdraw();
  time.now++;
  tabs[1]!.hear(cmp, granted);
  expect(tabs[1]!.get().personalization).toBe("denied");
});

test("a newer act of the visitor ends it: through our own API or by a new choice in the banner", () => {
  const { tabs, time } = openTabs(3);
  for (const consent of tabs) consent.hear(cmp, granted);
  time.now++;
  tabs[0]!.withdraw();
  time.now++;
  tabs[1]!.hear(cmp, { personalization: "denied" });
  tabs[1]!.hear(cmp, { personalization: "granted" });
  expect(tabs[1]!.get()).toEqual({ personalization: "granted", statistics: "denied" });
  tabs[2]!.set({ statistics: "granted" });
  expect(tabs[2]!.get().statistics).toBe("granted");
});

test("the newer act reaches the tabs that were denied; it grants nothing there by itself", () => {
  const { tabs, time } = openTabs(3);
  tabs[0]!.set(granted);
  tabs[1]!.set(granted);
  time.now++;
  tabs[0]!.withdraw();
  time.now++;
  tabs[0]!.set(granted);
  expect(tabs[1]!.get()).toEqual(granted);
  expect(tabs[2]!.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
});

test("a notice older than what the visitor did here is not heard", () => {
  const { tabs, time } = openTabs(1);
  time.now = 2000;
  tabs[0]!.set(granted);
  tabs[0]!.hearTab(denial(1999));
  expect(tabs[0]!.get()).toEqual(granted);
  tabs[0]!.hearTab(denial(2000));
  expect(tabs[0]!.get().personalization).toBe("denied");
});

test("a reset that erases is told to the other tabs, whose banners are stale: until the visitor acts again", () => {
  const { tabs, time, changes } = openTabs(2);
  for (const consent of tabs) consent.hear(cmp, granted);
  time.now++;
  tabs[0]!.reset(cmp);
  expect(tabs[0]!.get().personalization).toBe("unknown");
  expect(tabs[1]!.get().personalization).toBe("denied");
  expect(changes[1]!.at(-1)).toMatchObject({ source: "tab", after: { statistics: "denied" } });
  tabs[1]!.hear(cmp, granted);
  expect(tabs[1]!.get().personalization).toBe("denied");
  time.now++;
  tabs[0]!.hear(cmp, granted);
  expect(tabs[1]!.get()).toEqual(granted);
});

test("what other scripts send over the channel grants nothing", () => {
  const { tabs } = openTabs(1);
  tabs[0]!.hearTab({ ...denial(2000), state: "granted" });
  tabs[0]!.hearTab({ ...denial(2000), purpose: "everything" as "statistics" });
  expect(tabs[0]!.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
});

test("a grant read from the banner without an act is not told, a denial always is", () => {
  const { tabs, changes } = openTabs(1);
  tabs[0]!.hear(cmp, granted);
  expect(changes[0]!.at(-1)?.tell).toEqual([]);
  tabs[0]!.hear(cmp, { statistics: "denied" });
  expect(changes[0]!.at(-1)?.tell).toMatchObject([{ purpose: "statistics", state: "denied", at: 1000 }]);
});

test("a record erased elsewhere withdraws like a notice, and a stale banner does not undo it", () => {
  const { tabs, changes, time } = openTabs(1);
  const consent = tabs[0]!;
  const purposes = { ...granted, statistics: "denied" } as const;
  consent.restore({ v: 1, purposes, at: 500, source: cmp, policyVersion: "" });
  consent.hear(cmp, purposes);
  const grant = consent.gate.grant("personalization")!;
  erasedElsewhere(consent, ++time.now, "record");
  expect(consent.gate.isLive(grant)).toBe(false);
  expect(changes[0]!.at(-1)).toMatchObject({ erase: true, source: "record", tell: [], at: time.now });
  consent.hear(cmp, granted);
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "denied" });
  time.now++;
  consent.set(granted);
  expect(consent.get()).toEqual(granted);
});
