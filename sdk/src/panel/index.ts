export { defineConsentBanner, type ConsentBannerElement } from "./consent-banner/define-consent-banner.js";
export type { BannerPorts, Choice, ConsentState } from "./consent-banner/ports.js";
export { createWhy, type WhyPorts } from "./why/create-why.js";
export { look } from "./look.js";
export { openAll } from "./why/open-all.js";
export { openWhy } from "./why/open-why.js";
export type { AnswerPorts, Reasons, WhyAction } from "./why/ports.js";
export { definePreferences } from "./preferences/define-preferences.js";
export type { PreferencesPorts, PreferencesView } from "./preferences/ports.js";
