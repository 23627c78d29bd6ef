import { purposes } from "./choice.js";
import type { Consent } from "./consent.js";

/**
 * The record kept on the device is gone or says no, though not by this page: what a tab does on a withdrawal that this one
 * has not heard of.
 * @param at milliseconds since 1970
 * @param source `tab` where a record of the no is left, else `record`
 */
export function erasedElsewhere({ voices, settle }: Consent, at: number, source: "tab" | "record"): void {
  for (const purpose of purposes) voices[purpose].set("tab", "denied");
  settle({ source, at });
}
