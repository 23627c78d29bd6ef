import { ignoreSelector, partSelector } from "./selectors.js";

/**
 * Whether an element is, or is in, a part of the page that the SDK leaves alone. The outermost word counts: content
 * below `data-heim-ignore` cannot switch it off.
 * @example isIgnored(element)
 */
export function isIgnored(element: Element): boolean {
  return element.closest(ignoreSelector) !== null;
}

/**
 * What is personalized in, and at, a root: slots, texts and lists, in document order, without those that are ignored.
 * @example findParts(document)
 */
export function findParts(root: Node): HTMLElement[] {
  // A text can be asked neither of these, a document cannot match.
  const top = root as Partial<HTMLElement>;
  const found = [...(top.querySelectorAll?.<HTMLElement>(partSelector) ?? [])];
  if (top.matches?.(partSelector)) found.unshift(root as HTMLElement);
  return found.filter((part) => !isIgnored(part));
}
