import { expect, test } from "vitest";
import { createEar } from "../ear.js";
import { createConsent } from "../machine.js";
import { rank } from "./rank.js";

const granted = { personalization: "granted", statistics: "granted" } as const;

test("platform, then the banner's own interface, then TCF, GPP and Google: the first is named in the record", () => {
  const consent = createConsent({ clock: () => 1, log: () => undefined, gpc: false });
  const ear = createEar(consent, rank);
  const named = ["google-consent-mode", "gpp", "tcf", "cookiebot", "shopify"].map((source) => {
    ear.hear(source, granted);
    return consent.record()?.source;
  });
  expect(named).toEqual(["google-consent-mode", "gpp", "tcf", "cookiebot", "shopify"]);
});

test("the visitor's own word is named before any of them", () => {
  const consent = createConsent({ clock: () => 1, log: () => undefined, gpc: false });
  const ear = createEar(consent, rank);
  ear.hear("shopify", granted);
  consent.set(granted);
  ear.hear("wp-consent-api", granted);
  expect(consent.record()?.source).toBe("manual");
});
