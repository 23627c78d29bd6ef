import { expect, test, vi } from "vitest";
import {
  contractTests,
  listenTo,
  type Contract,
  type FakeBanner,
  type Page,
} from "./contract.test-helper.js";
import { googleConsentMode } from "./google-consent-mode.js";

interface Layer {
  dataLayer: unknown[];
}

/** Pushes its `arguments`, as in https://developers.google.com/tag-platform/security/guides/consent. */
const gtagOf = (window: Page): ((...entry: unknown[]) => void) =>
  function gtag() {
    // eslint-disable-next-line prefer-rest-params -- this is what gtag is
    (window as unknown as Layer).dataLayer.push(arguments);
  };

/** A banner that sets Google's defaults at first and updates them after a choice. */
function fakeGoogle(window: Page): FakeBanner {
  const gtag = gtagOf(window);
  const word = (yes: boolean) => (yes ? "granted" : "denied");
  const update = (parameters: unknown) => () => gtag("consent", "update", parameters);
  return {
    appear() {
      Object.assign(window, { dataLayer: [] });
      const all = { personalization_storage: "granted", analytics_storage: "granted", ad_storage: "granted" };
      gtag("consent", "default", { ...all, wait_for_update: 500 });
      gtag("js", new Date(0));
    },
    choose: ({ personalization, statistics }) =>
      gtag("consent", "update", {
        ad_storage: "granted",
        personalization_storage: word(personalization),
        analytics_storage: word(statistics),
      }),
    malformed: {
      booleans: update({ personalization_storage: true, analytics_storage: 1 }),
      "other words": update({ personalization_storage: "yes", analytics_storage: "GRANTED" }),
      "no parameters": update(undefined),
      "null as parameters": update(null),
      "an entry that is nothing": () => void (window as unknown as Layer).dataLayer.push(null, undefined, 1),
      "only advertising": update({ ad_storage: "granted", ad_personalization: "granted" }),
      "another command": () => gtag("set", "update", { personalization_storage: "granted" }),
    },
    breakDown: update({
      get personalization_storage() {
        throw new Error("inside the layer");
      },
    }),
  };
}

const contract: Contract = { id: "google-consent-mode", adapter: googleConsentMode, fake: fakeGoogle };
contractTests(contract);

/** A page with a data layer, and its `gtag`. */
function setUp() {
  const scene = listenTo(contract, (banner) => banner.appear());
  const { dataLayer } = scene.window as unknown as Layer;
  return { ...scene, dataLayer, gtag: gtagOf(scene.window) };
}

test("an update changes what it names; the rest stays as it was", () => {
  const { consent, gtag } = setUp();
  gtag("consent", "update", { personalization_storage: "granted" });
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "unknown" });
  gtag("consent", "update", { analytics_storage: "denied" });
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "denied" });
});

test("a default after an update does not count", () => {
  const { consent, gtag } = setUp();
  gtag("consent", "update", { personalization_storage: "denied" });
  gtag("consent", "default", { personalization_storage: "granted" });
  expect(consent.get().personalization).toBe("denied");
});

test("the layer works as before, and is left as it was found", () => {
  const { dataLayer, stop } = setUp();
  const before = dataLayer.length;
  expect(dataLayer.push({ event: "a" }, { event: "b" })).toBe(before + 2);
  expect(dataLayer.slice(before)).toEqual([{ event: "a" }, { event: "b" }]);
  stop();
  expect(dataLayer.push).toBe(Array.prototype.push);
});

test("where another script has wrapped the layer meanwhile, its wrapper stays and ours only passes on", () => {
  const { consent, dataLayer, gtag, stop } = setUp();
  const ours = dataLayer.push;
  const theirs = vi.fn((entry: unknown) => ours.call(dataLayer, entry));
  dataLayer.push = theirs;
  stop();
  gtag("consent", "update", { personalization_storage: "granted" });
  expect(theirs).toHaveBeenCalledTimes(1);
  expect(dataLayer.at(-1)).toMatchObject({ 1: "update" });
  expect(consent.get().personalization).toBe("unknown");
});
