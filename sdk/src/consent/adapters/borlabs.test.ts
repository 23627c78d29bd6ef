import { expect, test } from "vitest";
import { borlabs } from "./borlabs.js";
import { contractTests, listenTo, type FakeBanner, type Page } from "./contract.test-helper.js";

const everyGroup = ["essential", "preferences", "statistics", "marketing"];

/** Follows https://borlabs.io/kb/ and its knowledge base's JavaScript events and `BorlabsCookie.Consents`. */
function fake(window: Page, groups: readonly string[] = everyGroup): FakeBanner {
  let consents: Record<string, unknown> = {};
  let broken = false;
  const tell = (name: string): boolean => window.dispatchEvent(new window.Event(name));
  const save = (next: Record<string, unknown>): void => {
    consents = next;
    tell("borlabs-cookie-consent-saved");
  };
  const services = Object.fromEntries(groups.map((serviceGroupId) => [serviceGroupId, { serviceGroupId }]));
  return {
    appear() {
      const hasConsentForServiceGroup = (group: string): unknown => {
        if (broken) throw new Error("inside Borlabs");
        return consents[group] ?? false;
      };
      Object.assign(window, {
        BorlabsCookie: { Consents: { hasConsentForServiceGroup }, Services: { services } },
      });
      tell("borlabs-cookie-after-init");
    },
    choose: ({ personalization, statistics }) =>
      save({ essential: true, preferences: personalization, statistics }),
    malformed: {
      "no choice": () => save({ preferences: true, statistics: true }),
      lists: () => save({ essential: ["borlabs-cookie"], preferences: ["a"], statistics: ["b"] }),
      strings: () => save({ essential: true, preferences: "true", statistics: "true" }),
    },
    breakDown() {
      broken = true;
      tell("borlabs-cookie-consent-saved");
    },
  };
}

const contract = { id: "borlabs", adapter: borlabs, fake: (window: Page) => fake(window) };
contractTests(contract);

const both = { personalization: true, statistics: true };

test("a group the shop does not have is not refused, which is said once", () => {
  const groups = ["essential", "statistics"];
  const { banner, consent, log } = listenTo({ ...contract, fake: (window) => fake(window, groups) });
  banner.appear();
  banner.choose(both);
  banner.choose({ personalization: false, statistics: false });
  expect(consent.get()).toEqual({ personalization: "unknown", statistics: "denied" });
  expect(log).toHaveBeenCalledTimes(1);
});

test("where it does not tell its groups the common ones and the merchant's are asked for", () => {
  const purposes = { personalization: ["komfort"] };
  const { consent, window } = listenTo({
    ...contract,
    adapter: (ports) => borlabs({ ...ports, purposes }),
    fake: (page) => fake(page, []),
  });
  const yes = ["essential", "komfort", "statistics"];
  const Consents = { hasConsentForServiceGroup: (group: string) => yes.includes(group) };
  Object.assign(window, { BorlabsCookie: { Consents } });
  window.dispatchEvent(new window.Event("borlabs-cookie-after-init"));
  expect(consent.get()).toEqual({ personalization: "granted", statistics: "granted" });
});
