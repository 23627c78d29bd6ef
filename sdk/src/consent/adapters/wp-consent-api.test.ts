import { expect, test } from "vitest";
import {
  contractTests,
  listenTo,
  scriptLoaded,
  type Contract,
  type FakeBanner,
  type Page,
} from "./contract.test-helper.js";
import { wpConsentApi } from "./wp-consent-api.js";

type Word = "allow" | "deny";

/**
 * Behaves as `assets/js/wp-consent-api.js` of the plugin does (https://github.com/WordPress/wp-consent-level-api), with a
 * banner that sets the type; its cookies are kept in a record here.
 */
function fakeApi(window: Page, type: unknown = "optin") {
  const cookies = new Map<string, Word>();
  const page = window as Page & { wp_consent_type?: unknown };
  const cookieOf = (category: string) => `wp_consent_${category}`;
  const api = {
    consent_api: { cookie_prefix: "wp_consent" },
    consent_api_get_cookie: (name: string): unknown => cookies.get(name) ?? "",
    wp_has_consent(category: string) {
      const word = api.consent_api_get_cookie(cookieOf(category));
      if (!page.wp_consent_type) return true;
      return page.wp_consent_type === "optout" && word === "" ? true : word === "allow";
    },
  };
  const changed = (detail: object = []) =>
    window.document.dispatchEvent(new window.CustomEvent("wp_listen_for_consent_change", { detail }));
  const set = (category: string, word: Word) => {
    if (cookies.get(cookieOf(category)) === word) return;
    cookies.set(cookieOf(category), word);
    changed(Object.assign([], { [category]: word }));
  };
  const answer = (give: () => unknown) => () => {
    page.consent_api_get_cookie = give;
    changed();
  };
  const banner: FakeBanner = {
    appear: () => void Object.assign(page, api, { wp_consent_type: type }),
    choose({ personalization, statistics }) {
      set("preferences", personalization ? "allow" : "deny");
      set("statistics", statistics ? "allow" : "deny");
    },
    malformed: {
      "another word": answer(() => "yes"),
      "the boolean true": answer(() => true),
      nothing: answer(() => undefined),
    },
    breakDown: answer(() => {
      throw new Error("inside the API");
    }),
    reset() {
      cookies.clear();
      window.document.dispatchEvent(new window.Event("visibilitychange"));
    },
  };
  return { ...banner, set, has: api.wp_has_consent };
}

declare global {
  interface Window {
    consent_api_get_cookie?: unknown;
  }
}

const contract: Contract = { id: "wp-consent-api", adapter: wpConsentApi, fake: fakeApi };
contractTests(contract);

/** An API of which only what its documentation names is there. */
test("without the plugin's cookies its events and its yes are heard", () => {
  const has = { preferences: false, statistics: false };
  const { consent, window } = listenTo({ ...contract, fake: () => ({}) as FakeBanner });
  Object.assign(window, {
    wp_consent_type: "optin",
    wp_has_consent: (category: keyof typeof has) => has[category],
  });
  scriptLoaded(window);
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
  const tell = (detail: object): boolean =>
    window.document.dispatchEvent(new window.CustomEvent("wp_listen_for_consent_change", { detail }));
  has.preferences = true;
  tell({ preferences: "allow" });
  tell({ statistics: "deny" });
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "denied" });
  has.preferences = false;
  tell({ preferences: "deny" });
  expect(consent.get().personalization).toBe("denied");
});

/** A page whose API is there; its choices are set one by one. */
function setUp(type?: unknown, purposes?: { personalization: string[] }) {
  let api: ReturnType<typeof fakeApi> | undefined;
  const { consent } = listenTo(
    {
      ...contract,
      adapter: (ports) => wpConsentApi({ ...ports, ...(purposes && { purposes }) }),
      fake: (window) => (api = fakeApi(window, type)),
    },
    (banner) => banner.appear(),
  );
  return { consent, api: api as ReturnType<typeof fakeApi> };
}

test("without a choice an opt-in says no and an opt-out says yes, and neither counts", () => {
  for (const [type, has] of [
    ["optin", false],
    ["optout", true],
  ] as const) {
    const { consent, api } = setUp(type);
    expect(api.has("preferences")).toBe(has);
    expect(consent.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
  }
});

test.each(["", undefined])(
  "without a banner (type %o) everything is allowed, which does not count",
  (type) => {
    // An argument that is undefined would become the default.
    const { consent, api } = setUp(type ?? null);
    expect(api.has("preferences")).toBe(true);
    api.set("preferences", "allow");
    expect(consent.get().personalization).toBe("unknown");
  },
);

test("where consent is opt-out an allowance may be the banner's own, a denial is the visitor's", () => {
  const { consent, api } = setUp("optout");
  api.set("preferences", "allow");
  api.set("statistics", "deny");
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "denied" });
});

test("one choice says nothing of the other, and other categories stand for nothing", () => {
  const { consent, api } = setUp();
  api.set("preferences", "allow");
  api.set("statistics-anonymous", "allow");
  api.set("marketing", "allow");
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "unknown" });
});

test("a purpose with several categories waits for all of them, but for one denial", () => {
  const { consent, api } = setUp("optin", { personalization: ["preferences", "marketing"] });
  api.set("preferences", "allow");
  expect(consent.get().personalization).toBe("unknown");
  api.set("marketing", "allow");
  expect(consent.get().personalization).toBe("granted");
  api.set("marketing", "deny");
  expect(consent.get().personalization).toBe("denied");
});

test("the merchant's map replaces a category", () => {
  const { consent, api } = setUp("optin", { personalization: ["marketing"] });
  api.set("preferences", "deny");
  api.set("marketing", "allow");
  expect(consent.get().personalization).toBe("granted");
});
