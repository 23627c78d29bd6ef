/**
 * The known word most like a misspelt one, for "did you mean".
 *
 * The distance is the number of letters that only one of the two words has. It is blind to order, so the commonest slip
 * of all, two letters swapped, costs nothing, and it is a tenth of Levenshtein's code.
 * @example nearest("wehn", ["goal", "when"]) // "when"
 */
export function nearest(word: string, known: readonly string[]): string {
  let best = "";
  let least = Infinity;
  for (const candidate of known) {
    let rest = candidate;
    for (const letter of word) rest = rest.includes(letter) ? rest.replace(letter, "") : rest + "?";
    if (rest.length < least) {
      least = rest.length;
      best = candidate;
    }
  }
  return best;
}
