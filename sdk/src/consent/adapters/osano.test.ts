import { expect, test, vi } from "vitest";
import { contractTests, listenTo, type FakeBanner, type Page } from "./contract.test-helper.js";
import { osano } from "./osano.js";

type Heard = (consent?: unknown) => void;

const word = (yes: boolean): string => (yes ? "ACCEPT" : "DENY");

/**
 * Follows https://developers.osano.com/cmp/javascript-api/developer-documentation-consent-javascript-api. Without a choice
 * its answer is the region's default.
 */
function fake(window: Page): FakeBanner & { listeners: () => string[] } {
  const listeners = new Map<string, Set<Heard>>();
  const byDefault = { ESSENTIAL: "ACCEPT", PERSONALIZATION: "ACCEPT", ANALYTICS: "ACCEPT" };
  let consent: unknown = byDefault;
  let chosen = false;
  let broken = false;
  const on = (type: string): Set<Heard> => listeners.get(type) ?? new Set();
  const tell = (type: string): void => on(type).forEach((heard) => heard(chosen ? consent : undefined));
  const save = (next: unknown): void => {
    consent = next;
    chosen = true;
    tell("osano-cm-consent-saved");
  };
  const cm = {
    getConsent() {
      if (broken) throw new Error("inside Osano");
      return consent;
    },
    addEventListener(type: string, heard: Heard) {
      listeners.set(type, on(type).add(heard));
      if (type === "osano-cm-initialized") heard(chosen ? consent : undefined);
    },
    removeEventListener: (type: string, heard: Heard) => on(type).delete(heard),
    showDrawer: vi.fn(),
  };
  return {
    listeners: () => [...listeners].flatMap(([type, { size }]) => (size > 0 ? type : [])),
    appear: () => Object.assign(window, { Osano: { cm } }),
    choose: ({ personalization, statistics }) =>
      save({ ESSENTIAL: "ACCEPT", PERSONALIZATION: word(personalization), ANALYTICS: word(statistics) }),
    malformed: {
      "other words": () => save({ PERSONALIZATION: "accept", ANALYTICS: true }),
      "no words": () => save({}),
      nothing: () => save(null),
    },
    breakDown() {
      broken = true;
      save({});
    },
    reset() {
      chosen = false;
      consent = byDefault;
      tell("osano-cm-initialized");
    },
  };
}

const contract = { id: "osano", adapter: osano, fake };
contractTests(contract);

test("it listens to what is saved, not to toggles, and takes its listeners back", () => {
  const { banner, stop } = listenTo(contract, (one) => one.appear());
  const { listeners } = banner as ReturnType<typeof fake>;
  expect(listeners()).toEqual(["osano-cm-initialized", "osano-cm-consent-saved"]);
  stop();
  expect(listeners()).toEqual([]);
});

test("a function that only queues what is to be called is not the banner yet", () => {
  const { adapter, window } = listenTo(contract);
  Object.assign(window, { Osano: () => undefined });
  expect(adapter.detect()).toBe(false);
});

test("the preferences can be opened", () => {
  const { adapter, window } = listenTo(contract, (banner) => banner.appear());
  adapter.openPreferences?.();
  const { Osano } = window as unknown as { Osano: { cm: { showDrawer: unknown } } };
  expect(Osano.cm.showDrawer).toHaveBeenCalledTimes(1);
});
