export type { ConsentAdapter } from "./adapter.js";
export { purposes, type Choice, type ConsentState, type Reading } from "./choice.js";
export type { Consent, ConsentChange, ConsentOptions, TabNotice } from "./consent.js";
export type { Gate } from "./gate.js";
export { createConsent } from "./machine.js";
export { createEar, type Ear } from "./ear.js";
export { erasedElsewhere } from "./erased-elsewhere.js";
export type { ConsentRecord } from "./record.js";
