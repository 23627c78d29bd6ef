import { all } from "../page.js";

/** What the shop's pages ask of any banner. */
export interface Banner {
  /** Shows the choice again. */
  open(): void;
  /** Makes the banner's own answer a no to everything. */
  refuse(): void;
}

/**
 * Connects a banner with the page: every `[data-open-consent]` opens it, and a withdrawal elsewhere on the page becomes
 * the banner's answer too, which would otherwise contradict it on the next page.
 */
export function connect({ open, refuse }: Banner): void {
  for (const opener of all("[data-open-consent]")) opener.addEventListener("click", () => open());
  for (const button of all("[data-withdraw]")) button.addEventListener("click", () => refuse());
}
