import type { Stop } from "../kernel/ports.js";
import { findParts } from "./find-parts.js";

/** As many changes at once come from a parser, or replace a page: then one look at the whole is cheaper than one at each. */
const many = 20;

/**
 * Reports each part of a root once: those there are, as soon as the parser has delivered them whole, and those that
 * come later. One observer, no polling.
 * @param onPart called with a slot, text or list that is complete, children included, and since when it can have been painted:
 * the time of `document.timeline`, in ms, when it was first met; 0 for one that was there before
 * @param onGone called with a reported part that has left the document; should it come back, it is reported anew
 * @example const stop = watchParts(document, (part) => decide(part));
 */
export function watchParts(
  root: Node,
  onPart: (part: HTMLElement, since: number) => void,
  onGone?: (part: HTMLElement) => void,
): Stop {
  /** Since when each has been there; undefined once it has been reported. */
  const parts = new Map<HTMLElement, number | undefined>(findParts(root).map((part) => [part, 0]));
  const settle = (added: readonly Node[]): void => {
    for (const part of added.flatMap(findParts))
      if (!parts.has(part)) parts.set(part, document.timeline.currentTime as number);
    for (const [part, since] of parts) {
      if (!part.isConnected) {
        parts.delete(part);
        if (since === undefined) onGone?.(part);
      } else if (since !== undefined && isWhole(part)) {
        parts.set(part, undefined);
        onPart(part, since);
      }
    }
  };
  const observer = new MutationObserver((records) => {
    settle(records[many] ? [root] : records.flatMap(({ addedNodes }) => [...addedNodes]));
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
