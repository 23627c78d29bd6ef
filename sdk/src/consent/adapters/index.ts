export { defaultPurposes, type PurposeMap } from "./categories.js";
export { readGpc } from "./gpc.js";
export { startAdapters, type AdapterRun } from "./start-adapters.js";
export { vanillaCookieConsent, type AdapterOptions } from "./vanilla-cookieconsent.js";
