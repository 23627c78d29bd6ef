import type { Stop } from "../kernel/ports.js";
import { findSlots } from "./find-slots.js";

/**
 * Reports each slot of a root once: those there are, as soon as the parser has delivered them whole, and those that
 * come later. One observer, no polling.
 * @param onSlot called with a slot that is complete, children included; `fresh` when it has been put into the document
 * just now, in this very task, so that no frame can have shown it
 * @param onGone called with a reported slot that has left the document; should it come back, it is reported anew
 * @example const stop = watchSlots(document, (slot) => decide(slot));
 */
export function watchSlots(
  root: Node,
  onSlot: (slot: HTMLElement, fresh: boolean) => void,
  onGone?: (slot: HTMLElement) => void,
): Stop {
  /** Whether each has been reported. */
  const slots = new Map(findSlots(root).map((slot) => [slot, false]));
  const settle = (added: readonly Node[]): void => {
    const fresh = added.flatMap(findSlots).filter((slot) => !slots.has(slot));
    for (const slot of fresh) slots.set(slot, false);
    for (const [slot, reported] of slots) {
      if (!slot.isConnected) {
        slots.delete(slot);
        if (reported) onGone?.(slot);
      } else if (!reported && isWhole(slot)) {
        slots.set(slot, true);
        onSlot(slot, fresh.includes(slot));
      }
    }
  };
  const observer = new MutationObserver((records) => {
    const added = new Set<Node | null>(records.flatMap(({ addedNodes }) => [...addedNodes]));
    // A look into a node finds what is below it, so that a page of many elements is searched once, not once a level.
    settle(([...added] as Node[]).filter(({ parentNode }) => !added.has(parentNode)));
  });
  const onParsed = (): void => settle([]);
  observer.observe(root, { childList: true, subtree: true });
  document.addEventListener("readystatechange", onParsed);
  onParsed();
  return () => {
    observer.disconnect();
    document.removeEventListener("readystatechange", onParsed);
  };
}

/** The parser is past an element when anything follows it in document order, or when it is done. */
function isWhole(slot: Element): boolean {
  // Not above <body>: what follows it was put there by someone else, an extension for instance.
  for (let node: Node | null = slot; node && node !== document.body; node = node.parentNode) {
    if (node.nextSibling) return true;
  }
  return document.readyState !== "loading";
}
