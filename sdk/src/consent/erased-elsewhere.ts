import { purposes } from "./choice.js";
import type { Consent } from "./consent.js";

/**
 * The record kept on the device is gone, though not by this page: what a tab does on a withdrawal that this one has not heard of.
 * @param at milliseconds since 1970
 */
export function erasedElsewhere({ voices, settle }: Consent, at: number): void {
  for (const purpose of purposes) voices[purpose].set("tab", "denied");
  settle({ source: "tab", at });
}
