import type { Purpose } from "../kernel/index.js";

/** What is known of the visitor's will for one purpose. */
export type ConsentState = "unknown" | "granted" | "denied";

/** The state of every purpose. */
export type Choice = Record<Purpose, ConsentState>;

/** What one source says; a purpose it says nothing about is missing. */
export type Reading = Partial<Choice>;

/** All purposes. */
export const purposes: readonly Purpose[] = ["personalization", "statistics"];

/** Makes one of a thing for every purpose. */
export function perPurpose<T>(make: (purpose: Purpose) => T): Record<Purpose, T> {
  return { personalization: make("personalization"), statistics: make("statistics") };
}
