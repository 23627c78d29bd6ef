import type { ConsentAdapter } from "../adapter.js";
import { googleConsentMode } from "./google-consent-mode.js";
import { klaro } from "./klaro.js";
import { shopify } from "./shopify.js";
import { tcf } from "./tcf.js";
import { vanillaCookieConsent, type AdapterOptions } from "./vanilla-cookieconsent.js";
import { wpConsentApi } from "./wp-consent-api.js";

/**
 * The adapters every page listens with, in the order of their precedence: the platform's, banners' own, frameworks'.
 * @param named the one adapter the merchant has chosen; Google Consent Mode is only there when chosen
 */
export function firstAdapters(options: AdapterOptions, named?: string): ConsentAdapter[] {
  const all = [wpConsentApi, shopify, vanillaCookieConsent, klaro, tcf];
  if (named === "google-consent-mode") all.push(googleConsentMode);
  return all.map((adapter) => adapter(options));
}
