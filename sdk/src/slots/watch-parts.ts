import type { Stop } from "../kernel/ports.js";
import { findParts } from "./find-parts.js";

/**
 * Reports each part of a root once: those there are, as soon as the parser has delivered them whole, and those that
 * come later. One observer, no polling.
 * @param onPart called with a slot, text or list that is complete, children included; `fresh` when it has been put into the document
 * just now, in this very task, so that no frame can have shown it
 * @param onGone called with a reported part that has left the document; should it come back, it is reported anew
 * @example const stop = watchParts(document, (part) => decide(part));
 */
export function watchParts(
  root: Node,
  onPart: (part: HTMLElement, fresh: boolean) => void,
  onGone?: (part: HTMLElement) => void,
): Stop {
  /** Whether each has been reported. */
  const parts = new Map(findParts(root).map((part) => [part, false]));
  const settle = (added: readonly Node[]): void => {
    const fresh = added.flatMap(findParts).filter((part) => !parts.has(part));
    for (const part of fresh) parts.set(part, false);
    for (const [part, reported] of parts) {
      if (!part.isConnected) {
        parts.delete(part);
        if (reported) onGone?.(part);
      } else if (!reported && isWhole(part)) {
        parts.set(part, true);
        onPart(part, fresh.includes(part));
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
function isWhole(part: Element): boolean {
  // Not above <body>: what follows it was put there by someone else, an extension for instance.
  for (let node: Node | null = part; node && node !== document.body; node = node.parentNode) {
    if (node.nextSibling) return true;
  }
  return document.readyState !== "loading";
}
