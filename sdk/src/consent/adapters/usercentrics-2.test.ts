import { expect, test, vi } from "vitest";
import { contractTests, listenTo, type FakeBanner, type Page } from "./contract.test-helper.js";
import { usercentrics2 } from "./usercentrics-2.js";

const service = (categorySlug: string, status: unknown, type = "explicit") => ({
  id: `id-${categorySlug}`,
  categorySlug,
  isEssential: categorySlug === "essential",
  consent: {
    status,
    history: [
      { type: "implicit", status: false },
      { type, status },
    ],
  },
});

type Services = ReturnType<typeof service>[];

const implicit = [
  service("essential", true),
  service("functional", false, "implicit"),
  service("statistics", false, "implicit"),
];

/** Follows https://docs.usercentrics.com/cmp_browser_sdk/0.4.5/interfaces/service.html and …/web/features/v2/events_v2/. */
function fake(window: Page): FakeBanner {
  let services: unknown = implicit;
  let required = true;
  let broken = false;
  const guard =
    <T>(answer: () => T): (() => T) =>
    () => {
      if (broken) throw new Error("inside Usercentrics");
      return answer();
    };
  const tell = (name: string): boolean => window.dispatchEvent(new window.Event(name));
  const say = (next: unknown): void => {
    services = next;
    required = false;
    tell("UC_UI_CMP_EVENT");
  };
  return {
    appear() {
      const UC_UI = {
        isInitialized: guard(() => true),
        isConsentRequired: guard(() => required),
        getServicesBaseInfo: guard(() => services),
        showSecondLayer: vi.fn(),
      };
      Object.assign(window, { UC_UI });
      tell("UC_UI_INITIALIZED");
    },
    choose: ({ personalization, statistics }) =>
      say([
        service("essential", true),
        service("functional", personalization),
        service("statistics", statistics),
      ]),
    malformed: {
      implicit: () => say([service("functional", true, "implicit"), service("statistics", true, "implicit")]),
      strings: () => say([service("functional", "true"), service("statistics", 1)]),
      "no history": () => say([{ categorySlug: "functional", consent: { status: true } }, {}]),
      "nothing known": () => say([{ categorySlug: "statistics" }]),
      nothing: () => say(undefined),
    },
    breakDown() {
      broken = true;
      tell("UC_UI_CMP_EVENT");
    },
    reset() {
      services = implicit;
      required = true;
      tell("UC_UI_VIEW_CHANGED");
    },
  };
}

const contract = { id: "usercentrics-2", adapter: usercentrics2, fake };
contractTests(contract);

test.each<[string, Services, string]>([
  ["one service refused", [service("functional", true), service("functional", false)], "denied"],
  [
    "one service not asked about",
    [service("functional", true), service("functional", true, "implicit")],
    "unknown",
  ],
  ["only an essential one", [{ ...service("functional", true), isEssential: true }], "unknown"],
  ["all accepted", [service("functional", true), service("functional", true)], "granted"],
])("a category with %s", (_, services, state) => {
  const { consent, window } = listenTo(contract, (one) => one.appear());
  const UC_UI = { isInitialized: () => true, getServicesBaseInfo: () => services };
  Object.assign(window, { UC_UI });
  window.dispatchEvent(new window.Event("UC_UI_CMP_EVENT"));
  expect(consent.get().personalization).toBe(state);
});

test("version 3, which also has the old global, is left to its own adapter", () => {
  const { adapter, window } = listenTo(contract, (banner) => banner.appear());
  expect(adapter.detect()).toBe(true);
  Object.assign(window, { __ucCmp: {} });
  expect(adapter.detect()).toBe(false);
});

test("a banner not initialized yet is not asked", () => {
  const { adapter, window } = listenTo(contract);
  Object.assign(window, { UC_UI: { isInitialized: () => false } });
  expect(adapter.detect()).toBe(false);
});

test("the preferences can be opened", () => {
  const { adapter, window } = listenTo(contract, (banner) => banner.appear());
  adapter.openPreferences?.();
  const { UC_UI } = window as unknown as { UC_UI: { showSecondLayer: unknown } };
  expect(UC_UI.showSecondLayer).toHaveBeenCalledTimes(1);
});
