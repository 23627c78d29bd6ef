import { Window as HappyWindow } from "happy-dom";
import { expect, test } from "vitest";
import { mayHaveMore, moreEvents } from "./detect-more.js";
import { moreAdapters } from "./more-adapters.js";

const log = (): void => undefined;
const page = (globals: object = {}): Window => Object.assign(new HappyWindow(), globals) as unknown as Window;
const call = (): boolean => true;

/** For each adapter the least it takes for the banner. */
const least: Record<string, object> = {
  cookiebot: { Cookiebot: { consent: {} } },
  usercentrics: { __ucCmp: { getConsentDetails: call } },
  "usercentrics-2": { UC_UI: { isInitialized: call } },
  onetrust: { OneTrust: { IsAlertBoxClosed: call } },
  didomi: { Didomi: {} },
  osano: { Osano: { cm: { addEventListener: call } } },
  complianz: { complianz: {}, cmplz_has_consent: call },
  borlabs: { BorlabsCookie: { Consents: { hasConsentForServiceGroup: call } } },
  c15t: { c15tStore: { getState: call } },
  orejime: { orejime: { manager: { getConsent: call } } },
  tarteaucitron: { tarteaucitron: { state: {} } },
  gpp: { __gpp: call },
};

test("banners of their own come first, the framework last", () => {
  expect(moreAdapters({ window: page(), log }).map(({ id }) => id)).toEqual(Object.keys(least));
});

test.each(Object.entries(least))(
  "what is found as %s may be there by its name, and is nobody else's",
  (id, globals) => {
    const window = page(globals);
    const found = moreAdapters({ window, log }).filter((adapter) => adapter.detect());
    expect(found.map((adapter) => adapter.id)).toEqual([id]);
    expect(mayHaveMore(window)).toBe(true);
  },
);

test("on a page without any of them nothing is found, and nothing may be there", () => {
  const window = page();
  expect(moreAdapters({ window, log }).some((adapter) => adapter.detect())).toBe(false);
  expect(mayHaveMore(window)).toBe(false);
});

test("what is on the page is not touched to find out whether it may be there", () => {
  const window = page();
  Object.defineProperty(window, "OneTrust", {
    get() {
      throw new Error("touched");
    },
  });
  expect(mayHaveMore(window)).toBe(true);
});

test("any global that is not of the banner's kind is not the banner", () => {
  for (const name of Object.values(least).flatMap(Object.keys)) {
    for (const value of [null, undefined, 0, "", {}, []]) {
      if (name === "Didomi") continue; // not asked before it is ready
      const window = page({ [name]: value });
      expect(moreAdapters({ window, log }).some((adapter) => adapter.detect())).toBe(false);
    }
  }
});

test("a click is a sign that one may be there", () => {
  expect(moreEvents).toContain("click");
});
