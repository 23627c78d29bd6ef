import { ignoreSelector, slotSelector } from "./selectors.js";

/**
 * Whether an element is, or is in, a part of the page that the SDK leaves alone. The outermost word counts: content
 * below `data-heim-ignore` cannot switch it off.
 * @example isIgnored(element)
 */
export function isIgnored(element: Element): boolean {
  return element.closest(ignoreSelector) !== null;
}

/**
 * The slots in, and at, a root, in document order, without those that are ignored.
 * @example findSlots(document)
 */
export function findSlots(root: Node): HTMLElement[] {
  // A text can be asked neither of these, a document cannot match.
  const top = root as Partial<HTMLElement>;
  const found = [...(top.querySelectorAll?.<HTMLElement>(slotSelector) ?? [])];
  if (top.matches?.(slotSelector)) found.unshift(root as HTMLElement);
  return found.filter((slot) => !isIgnored(slot));
}
