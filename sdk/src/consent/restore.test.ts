import { expect, test } from "vitest";
import { cmp, denied, granted, setUp, stored, unknown } from "./machine.test-helper.js";

test("a restored denial is old news: it neither erases nor is told", () => {
  const { consent, last } = setUp();
  consent.restore(stored({ purposes: { personalization: "granted", statistics: "denied" } }));
  expect(last()).toMatchObject({ erase: false, tell: [], at: 500 });
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "denied" });
});

test("a banner's word makes the whole earlier banner's word on that purpose void, not a word of its own page", () => {
  const { consent } = setUp();
  consent.restore(stored({ source: "klaro", purposes: denied }));
  consent.hear(cmp, { statistics: "granted" });
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "granted" });
  consent.hear("klaro", { statistics: "denied" });
  consent.hear(cmp, { statistics: "granted" });
  expect(consent.get().statistics).toBe("denied");
});

test("whether the device keeps a record is known once it is read, and again after an erase", () => {
  const { consent } = setUp();
  expect(consent.isKept()).toBeUndefined();
  consent.restore(stored());
  expect(consent.isKept()).toBe(true);
  consent.hear(cmp, { statistics: "denied" });
  expect(consent.isKept()).toBeUndefined(); // what is still granted is about to be written again
  consent.withdraw();
  expect(consent.isKept()).toBe(false);
  consent.set(granted);
  expect(consent.isKept()).toBeUndefined();
});

test("a record read before this page has erased does not count as kept", () => {
  const { consent } = setUp();
  consent.hear(cmp, { personalization: "granted", statistics: "denied" });
  consent.restore(stored());
  expect(consent.isKept()).not.toBe(true);
});

test("after its stop the ear notes nothing more", () => {
  const { consent, time } = setUp();
  consent.stop();
  time.now = 2000;
  consent.set(granted);
  consent.hearTab({ purpose: "statistics", state: "denied", at: 1500, epoch: 0 });
  expect(consent.get().statistics).toBe("denied");
});

test("a word in the record that is none counts for neither side", () => {
  const { consent } = setUp();
  consent.restore({ ...stored(), purposes: { personalization: "yes" } });
  expect(consent.get()).toEqual(unknown);
  expect(consent.record()).toBeUndefined();
});
