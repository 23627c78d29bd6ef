import { expect, test, vi } from "vitest";
import { complianz } from "./complianz.js";
import { contractTests, listenTo, type FakeBanner, type Page } from "./contract.test-helper.js";

/**
 * Follows https://complianz.io/developers-guide-for-third-party-integrations/ and the plugin's own script
 * (https://github.com/Really-Simple-Plugins/complianz-gdpr, `cookiebanner/js/complianz.js`).
 */
function fake(window: Page, consenttype = "optin"): FakeBanner {
  const { document } = window;
  const cookies = new Map<string, unknown>();
  let broken = false;
  const tell = (name: string): boolean => document.dispatchEvent(new window.CustomEvent(name));
  const word = (yes: boolean): string => (yes ? "allow" : "deny");
  const set = (category: string, value: unknown): void => {
    if (cookies.get(category) === value) return;
    cookies.set(category, value);
    tell("cmplz_status_change");
  };
  const status = (value: unknown): void => {
    cookies.set("banner-status", value);
    tell("cmplz_banner_status");
  };
  const functions = {
    cmplz_get_banner_status() {
      if (broken) throw new Error("inside Complianz");
      return cookies.get("banner-status") ?? "";
    },
    cmplz_has_consent(category: string): unknown {
      const value = cookies.get(category);
      if (value === undefined && consenttype !== "optin") return true;
      return typeof value === "string" ? value === "allow" : (value ?? false);
    },
    cmplz_set_banner_status: vi.fn(),
  };
  return {
    choose({ personalization, statistics }) {
      set("preferences", word(personalization));
      set("statistics", word(statistics));
      status("dismissed");
    },
    appear() {
      Object.assign(window, functions, { complianz: { consenttype } });
      tell("cmplz_cookie_warning_loaded");
    },
    malformed: {
      "banner still there": () => {
        set("preferences", "allow");
        set("statistics", "allow");
        status("show");
      },
      "numbers for a yes": () => {
        cookies.set("preferences", 1).set("statistics", 1);
        status("dismissed");
      },
      "another status": () => status(true),
    },
    breakDown() {
      broken = true;
      tell("cmplz_banner_status");
    },
    reset() {
      cookies.clear();
      tell("cmplz_banner_status");
    },
  };
}

const contract = { id: "complianz", adapter: complianz, fake: (window: Page) => fake(window) };
contractTests(contract);

test("in a region where consent is opt-out a dismissed notice is no yes, but a refusal is a no", () => {
  const { banner, consent } = listenTo({ ...contract, fake: (window) => fake(window, "optout") }, (one) =>
    one.appear(),
  );
  banner.choose({ personalization: true, statistics: false });
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "denied" });
});

test("the banner shown again to look at a choice does not end it", () => {
  const { banner, consent, window } = listenTo(contract, (one) => one.appear());
  banner.choose({ personalization: true, statistics: true });
  Object.assign(window, { cmplz_get_banner_status: () => "show", cmplz_has_consent: () => false });
  window.document.dispatchEvent(new window.Event("cmplz_banner_status"));
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "granted" });
});

test("the preferences can be opened", () => {
  const { adapter, window } = listenTo(contract, (banner) => banner.appear());
  adapter.openPreferences?.();
  const { cmplz_set_banner_status } = window as unknown as { cmplz_set_banner_status: unknown };
  expect(cmplz_set_banner_status).toHaveBeenCalledWith("show");
});
