/** What became of a slot. Styles can refer to it: `[data-heim-state="personalized"]`. */
export type SlotState =
  "default" | "personalized" | "holdout" | "no-consent" | "capped" | "timeout" | "conflict";

/**
 * Marks what became of a slot. A slot that `boot.js` hides becomes visible in the same frame.
 * @example setState(element, "no-consent")
 */
export function setState(element: HTMLElement, state: SlotState): void {
  if (element.dataset["heimState"] !== state) element.dataset["heimState"] = state;
}
