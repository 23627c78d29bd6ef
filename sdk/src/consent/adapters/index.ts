export { defaultPurposes, type PurposeMap } from "./categories.js";
export { firstAdapters } from "./first-adapters.js";
export { readDnt, readGpc } from "./gpc.js";
export { startAdapters, type AdapterRun } from "./start-adapters.js";
export { vanillaCookieConsent, type AdapterOptions } from "./vanilla-cookieconsent.js";
