import { startAdapters, vanillaCookieConsent } from "../consent/adapters/index.js";
import type { Stop } from "../kernel/index.js";
import type { Core } from "./core.js";

/** Starts listening to the shop's consent banner: every one that is known, or the one named. */
export function startConsentStage({ window, log, consent, options, settings }: Core): Stop {
  const { purposes } = settings.manifest.consent ?? {};
  const all = [vanillaCookieConsent({ window, log, ...(purposes && { purposes }) })];
  const named = all.filter(({ id }) => id === options.consent);
  return startAdapters({
    adapters: named.length > 0 ? named : all,
    window,
    log,
    hear: consent.hear,
    reset: consent.reset,
  });
}
