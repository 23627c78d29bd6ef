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
  const document = root.ownerDocument ?? (root as Document);
  const waiting = new Set<HTMLElement>();
  const known = new Set<HTMLElement>();
  const settle = (fresh: readonly HTMLElement[]): void => {
    for (const slot of known) {
      if (slot.isConnected) continue;
      known.delete(slot);
      onGone?.(slot);
    }
    for (const slot of waiting) {
      if (!slot.isConnected) waiting.delete(slot);
      else if (isWhole(slot)) {
        waiting.delete(slot);
        known.add(slot);
        onSlot(slot, fresh.includes(slot));
      }
    }
  };
  const find = (nodes: readonly Node[]): HTMLElement[] => {
    const found = nodes.flatMap((node) => findSlots(node)).filter((slot) => !known.has(slot));
    for (const slot of found) waiting.add(slot);
    return found;
  };
  const observer = new MutationObserver((records) => {
    const added = new Set<Node>(records.flatMap(({ addedNodes }) => [...addedNodes]));
    // A look into a node finds what is below it, so that a page of many elements is searched once, not once a level.
    settle(find([...added].filter(({ parentNode }) => parentNode && !added.has(parentNode))));
  });
  const settleOld = (): void => settle([]);
  observer.observe(root, { childList: true, subtree: true });
  document.addEventListener("readystatechange", settleOld);
  find([root]);
  settleOld();
  return () => {
    observer.disconnect();
    document.removeEventListener("readystatechange", settleOld);
  };
}

/** The parser is past an element when anything follows it in document order, or when it is done. */
function isWhole(slot: Element): boolean {
  const { readyState, body } = slot.ownerDocument;
  if (readyState !== "loading") return true;
  // Not above <body>: what follows it was put there by someone else, an extension for instance.
  for (let node: Node | null = slot; node && node !== body; node = node.parentNode) {
    if (node.nextSibling) return true;
  }
  return false;
}
