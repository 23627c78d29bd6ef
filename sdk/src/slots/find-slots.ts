import { liveSlots } from "./selectors.js";

/**
 * The slots in, and at, a root, in document order, without those that are ignored.
 * @example findSlots(document)
 */
export function findSlots(root: Node): HTMLElement[] {
  // A text can be asked neither of these, a document cannot match.
  const top = root as Partial<HTMLElement>;
  const below = top.querySelectorAll?.<HTMLElement>(liveSlots) ?? [];
  return top.matches?.(liveSlots) ? [root as HTMLElement, ...below] : [...below];
}
