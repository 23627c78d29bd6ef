export { defineConsentBanner, type ConsentBannerElement } from "./consent-banner/define-consent-banner.js";
export type { BannerPorts, Choice, ConsentState } from "./consent-banner/ports.js";
