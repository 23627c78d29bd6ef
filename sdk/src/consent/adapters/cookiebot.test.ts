import { expect, test, vi } from "vitest";
import { contractTests, listenTo, type FakeBanner, type Page } from "./contract.test-helper.js";
import { cookiebot } from "./cookiebot.js";

/** Follows https://www.cookiebot.com/en/developer/. */
function fake(window: Page): FakeBanner {
  let broken = false;
  const state = {
    hasResponse: false as unknown,
    consent: { necessary: true, preferences: false, statistics: false, method: null } as Record<
      string,
      unknown
    >,
  };
  const banner = {
    renew: vi.fn(),
    get consent() {
      if (broken) throw new Error("inside Cookiebot");
      return state.consent;
    },
    get hasResponse() {
      return state.hasResponse;
    },
  };
  const tell = (name: string): boolean => window.dispatchEvent(new window.Event(name));
  const answer = (consent: Record<string, unknown>, hasResponse: unknown = true): void => {
    Object.assign(state, { hasResponse, consent });
    tell("CookiebotOnConsentReady");
    tell("CookiebotOnAccept");
  };
  const both = { preferences: true, statistics: true, method: "explicit" };
  return {
    appear: () => Object.assign(window, { Cookiebot: banner }),
    choose: ({ personalization, statistics }) =>
      answer({ necessary: true, preferences: personalization, statistics, method: "explicit" }),
    malformed: {
      implied: () => answer({ ...both, method: "implied" }),
      "without a response": () => answer(both, false),
      strings: () => answer({ ...both, preferences: "true", statistics: "true" }),
      "no consent": () => answer(null as never),
    },
    breakDown() {
      broken = true;
      tell("CookiebotOnAccept");
    },
    reset() {
      Object.assign(state, { hasResponse: false, consent: { method: null } });
      tell("CookiebotOnDialogDisplay");
    },
  };
}

const contract = { id: "cookiebot", adapter: cookiebot, fake };
contractTests(contract);

test("the script element of the same name is not the banner", () => {
  const { adapter, window } = listenTo(contract);
  Object.assign(window, { Cookiebot: window.document.createElement("script") });
  expect(adapter.detect()).toBe(false);
});

test("without an answer, a banner that has not asked yet is loading", () => {
  const { adapter } = listenTo(contract, (banner) => banner.appear());
  expect(adapter.expired?.()).toBe(false);
});

test("a dialog somebody has opened again says nothing", () => {
  const { banner, consent, window } = listenTo(contract, (one) => one.appear());
  banner.choose({ personalization: true, statistics: true });
  window.dispatchEvent(new window.Event("CookiebotOnDialogDisplay"));
  expect(consent.get().personalization).toBe("granted");
});

test("the merchant's map names other categories", () => {
  const purposes = { personalization: ["marketing"] };
  const { banner, consent } = listenTo({
    ...contract,
    adapter: (ports) => cookiebot({ ...ports, purposes }),
  });
  banner.appear();
  banner.choose({ personalization: true, statistics: true });
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "granted" });
});

test("the preferences can be opened", () => {
  const { adapter, window } = listenTo(contract, (banner) => banner.appear());
  adapter.openPreferences?.();
  expect((window as unknown as { Cookiebot: { renew: unknown } }).Cookiebot.renew).toHaveBeenCalledTimes(1);
});
