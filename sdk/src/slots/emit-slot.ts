import type { SlotState } from "./state.js";

/** The `detail` of a `heim:slot` event. */
export interface SlotDetail {
  slot: string;
  variant?: string | undefined;
  state: SlotState;
  /** Why, in the terms of decisions. */
  reason: unknown;
}

/**
 * Tells the page, by a bubbling `heim:slot` event at the slot, what became of it.
 * @example document.addEventListener("heim:slot", (event) => console.log(event.detail.state));
 */
export function emitSlot(element: Element, { arm: _, ...detail }: SlotDetail & { arm?: unknown }): void {
  element.dispatchEvent(new CustomEvent("heim:slot", { bubbles: true, detail }));
}
