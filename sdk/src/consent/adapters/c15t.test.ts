import { expect, test, vi } from "vitest";
import { c15t } from "./c15t.js";
import { contractTests, listenTo, type FakeBanner, type Page } from "./contract.test-helper.js";

/** Behaves as c15t 2.2.1 does, as far as it is used; the end-to-end tests use the real one. */
function fake(window: Page): FakeBanner & { set: (changes: object) => void; setActiveUI: unknown } {
  const listeners = new Set<() => void>();
  let broken = false;
  const setActiveUI = vi.fn();
  let state = {
    isLoadingConsentInfo: false,
    consentCategories: ["necessary", "experience", "measurement"],
    consents: { experience: false, measurement: false } as Record<string, unknown>,
    consentInfo: null as unknown,
    hasConsented: () => state.consentInfo != null,
    has: (category: string) => state.consents[category],
    setActiveUI,
  };
  const set = (changes: object): void => {
    state = { ...state, ...changes };
    listeners.forEach((changed) => changed());
  };
  const consentInfo = { time: 1, subjectId: "sub_1" };
  const both = { experience: true, measurement: true };
  const c15tStore = {
    getState() {
      if (broken) throw new Error("inside c15t");
      return state;
    },
    subscribe(changed: () => void) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
  return {
    set,
    setActiveUI,
    // Nothing tells of it.
    appear: () => Object.assign(window, { c15tStore }),
    choose: ({ personalization, statistics }) =>
      set({ consents: { experience: personalization, measurement: statistics }, consentInfo }),
    malformed: {
      "granted without a choice, as where consent is opt-out": () => set({ consents: both }),
      disabled: () => set({ consents: both, consentInfo: { time: 1 } }),
      strings: () => set({ consents: { experience: "true", measurement: 1 }, consentInfo }),
      "no categories": () => set({ consents: both, consentInfo, consentCategories: undefined }),
      "not known whether there is a choice": () =>
        set({ consents: both, consentInfo, hasConsented: undefined }),
      "no functions": () => set({ consents: both, consentInfo, has: undefined, hasConsented: undefined }),
    },
    breakDown() {
      broken = true;
      set({});
    },
    reset: () => set({ consents: {}, consentInfo: null }),
  };
}

const contract = { id: "c15t", adapter: c15t, fake };
contractTests(contract);

const both = { personalization: true, statistics: true };

test("a store made late, after all scripts have loaded, is found when somebody clicks", () => {
  const { banner, consent, window } = listenTo(contract);
  banner.appear();
  banner.choose(both);
  expect(consent.get().personalization).toBe("unknown");
  window.document.body.dispatchEvent(new window.Event("click", { bubbles: true }));
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "granted" });
});

test("toggles that are not saved say nothing", () => {
  const { banner, consent } = listenTo(contract, (one) => one.appear());
  banner.choose({ personalization: false, statistics: true });
  const selectedConsents = { experience: true, measurement: false };
  (banner as ReturnType<typeof fake>).set({ selectedConsents });
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "granted" });
});

test("a category the visitor was not asked about is not refused", () => {
  const { banner, consent, log } = listenTo(contract, (one) => one.appear());
  (banner as ReturnType<typeof fake>).set({ consentCategories: ["necessary", "measurement"] });
  banner.choose({ personalization: false, statistics: true });
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "granted" });
  expect(log).toHaveBeenCalledTimes(1);
});

test("a store that is still loading has not lost its choice", () => {
  const { banner, adapter } = listenTo(contract, (one) => one.appear());
  expect(adapter.expired?.()).toBe(true);
  (banner as ReturnType<typeof fake>).set({ isLoadingConsentInfo: true });
  expect(adapter.expired?.()).toBe(false);
});

test("the preferences can be opened", () => {
  const { adapter, banner } = listenTo(contract, (one) => one.appear());
  adapter.openPreferences?.();
  expect((banner as ReturnType<typeof fake>).setActiveUI).toHaveBeenCalledWith("dialog");
});
