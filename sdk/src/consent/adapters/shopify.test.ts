import { expect, test } from "vitest";
import {
  contractTests,
  listenTo,
  settled,
  type Contract,
  type FakeBanner,
  type Page,
} from "./contract.test-helper.js";
import { shopify } from "./shopify.js";

/** Behaves as https://shopify.dev/docs/api/customer-privacy says: the API is loaded on demand, its answers are words. */
function fakeShop(window: Page, { error }: { error?: Error } = {}): FakeBanner {
  const empty = { marketing: "", analytics: "", preferences: "", sale_of_data: "" };
  let consent: object = empty;
  let read = (): unknown => consent;
  const tell = () =>
    void window.document.dispatchEvent(new window.CustomEvent("visitorConsentCollected", { detail: {} }));
  const Shopify = {
    loadFeatures(features: readonly { name: string; version: string }[], loaded: (error?: Error) => void) {
      expect(features).toEqual([{ name: "consent-tracking-api", version: "0.1" }]);
      void Promise.resolve().then(() => {
        if (!error) Object.assign(Shopify, { customerPrivacy: { currentVisitorConsent: () => read() } });
        loaded(error);
      });
    },
  };
  const answer = (give: () => unknown) => () => {
    read = give;
    tell();
  };
  const word = (yes: boolean) => (yes ? "yes" : "no");
  return {
    appear: () => void Object.assign(window, { Shopify }),
    choose({ personalization, statistics }) {
      consent = {
        ...empty,
        marketing: "yes",
        preferences: word(personalization),
        analytics: word(statistics),
      };
      tell();
    },
    malformed: {
      nothing: answer(() => undefined),
      booleans: answer(() => ({ preferences: true, analytics: true })),
      "other words": answer(() => ({ preferences: "true", analytics: "granted" })),
      "only one": answer(() => ({ marketing: "yes" })),
    },
    breakDown: answer(() => {
      throw new Error("inside the shop");
    }),
    reset() {
      consent = empty;
      tell();
    },
  };
}

const contract: Contract = { id: "shopify", adapter: shopify, fake: fakeShop };
contractTests(contract);

test("an API that cannot be loaded is said once and grants nothing", async () => {
  const error = new Error("blocked");
  const { banner, consent, log } = listenTo(
    { ...contract, fake: (window) => fakeShop(window, { error }) },
    (one) => one.appear(),
  );
  await settled();
  banner.choose({ personalization: true, statistics: true });
  expect(log.mock.calls).toEqual([[expect.stringContaining("shopify"), error]]);
  expect(consent.get().personalization).toBe("unknown");
});

test("an API that is loaded after the stop is not heard", async () => {
  const { consent, stop } = listenTo(contract, (banner) => {
    banner.appear();
    banner.choose({ personalization: true, statistics: true });
  });
  stop();
  await settled();
  expect(consent.get().personalization).toBe("unknown");
});

test("the merchant's map replaces a category", async () => {
  const purposes = { personalization: ["preferences", "marketing"] };
  const { consent } = listenTo(
    { ...contract, adapter: (ports) => shopify({ ...ports, purposes }) },
    (banner) => {
      banner.appear();
      banner.choose({ personalization: false, statistics: true });
    },
  );
  await settled();
  expect(consent.get()).toEqual({ personalization: "denied", statistics: "granted" });
});
