import { nearest } from "../slots/nearest.js";

/** Whether at least two thirds of the longer word's letters are in both. */
export function isAlike(word: string, other: string): boolean {
  let rest = other;
  for (const letter of word) rest = rest.replace(letter, "");
  return other.length - rest.length >= (2 / 3) * Math.max(word.length, other.length);
}

/**
 * What was probably meant, as a remedy.
 * @param known the words there are
 * @param instead the remedy where no known word is alike
 */
export function didYouMean(word: string, known: Iterable<string>, instead: string): string {
  const best = nearest(word, [...known]);
  return isAlike(word, best) ? `did you mean "${best}"?` : instead;
}
