/** Longest text a pattern is tried on. */
const maximalSubject = 500;
const maximalPattern = 200;

/**
 * The work a pattern may cost, as a product of choices (see below). With three factors of `many`, a subject of 500
 * characters can be split in 500³/3! ≈ 2^24.3 ways, which takes a phone about a tenth of a second.
 */
const budget = 2 ** 25;
const many = 256;

/** An escape · a class · an opening of a group · a quantifier · any other character. */
const part = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|\((?:\?:)?|([*+?]|\{\d+(,\d*)?\})\??|[^]/g;

/**
 * An upper bound for the ways in which a backtracking engine can try the pattern: a sequence multiplies, an alternative
 * adds; `*`, `+`, `{n,}`, `{n,m}` and a free start give `many` choices, `?` and `{n}` give 2. Infinity for what has no
 * such bound: a repeated group that has choices itself, back references, lookaround.
 */
function cost(pattern: string): number {
  let sum = 0;
  let product = pattern.startsWith("^") ? 1 : many;
  /** Choices of the atom before; 0 right after an opening, where a "?" starts a lookaround or a named group. */
  let previous = 1;
  const outer: number[] = [];
  for (const [raw, quantifier, upTo] of pattern.matchAll(part)) {
    const atom = previous;
    previous = 1;
    if (raw[0] === "(") {
      outer.push(sum, product);
      sum = previous = 0;
      product = 1;
    } else if (raw === ")") {
      previous = sum + product;
      product = previous * (outer.pop() ?? Infinity);
      sum = outer.pop() ?? 0;
    } else if (raw === "|") {
      sum += product;
      product = outer.length ? 1 : many;
    } else if (quantifier) {
      if (!atom || (atom > 1 && quantifier !== "?")) return Infinity;
      product *= quantifier === "?" || (quantifier[0] === "{" && !upTo) ? 2 : many;
      previous = 2;
    } else if (/^\\[1-9]/.test(raw)) return Infinity;
  }
  return sum + product;
}

/**
 * Compiles a regular expression that cannot run away: at most 200 characters, at most about 2^25 ways to try it.
 *
 * Refused are quantifiers on a group that contains a quantifier or an alternative (`(a+)+`, `(a|b)*`; write `[ab]*`),
 * back references, lookaround and named groups, and more than two open quantifiers (three after a leading `^`).
 * @returns undefined for a pattern that is refused or not valid
 */
export function safeRegExp(pattern: unknown, flags?: string): ((subject: string) => boolean) | undefined {
  if (typeof pattern !== "string" || pattern.length > maximalPattern || cost(pattern) > budget)
    return undefined;
  try {
    const regExp = new RegExp(pattern, flags);
    return (subject) => subject.length <= maximalSubject && regExp.test(subject);
  } catch {
    // an invalid pattern matches nothing, as in GrowthBook
    return undefined;
  }
}
