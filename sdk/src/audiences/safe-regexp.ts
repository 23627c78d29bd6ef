/** Longest text a pattern is tried on. */
const maximalSubject = 500;
const maximalPattern = 200;

/**
 * The choices a pattern may leave a backtracking engine, as a power of 2. Three open quantifiers can split a subject of
 * 500 characters in 500³/3! ≈ 2^24.3 ways, which takes a phone about a tenth of a second.
 */
const maximalChoices = 25;
const choicesOfOpen = 8;

/**
 * Whether the pattern can be tried in at most 2^25 ways. `*`, `+`, `{n,}`, `{n,m}` and a free start give 2^8 choices each,
 * `?` and `|` two, and they multiply; repeating a group would multiply its own choices again, so that is refused.
 */
function isSafe(pattern: string): boolean {
  // escapes and classes are atoms; what is left of backslashes are back references
  const bare = pattern.replace(/\\\D|\[(\\[^]|[^\]\\])*\]/g, "x");
  const count = (choice: RegExp): number => bare.split(choice).length - 1;
  const open = count(/[*+]|\{\d+,/) + (/^\^[^|]*$/.test(pattern) ? 0 : 1);
  return !/\\|\(\?[^:]|\)[*+{]/.test(bare) && choicesOfOpen * open + count(/[?|]/) <= maximalChoices;
}

/**
 * Compiles a regular expression that cannot run away: at most 200 characters, at most 2^25 ways to try it.
 *
 * Refused are repeated groups (`(a+)+`, `(a|b)*`; write `[ab]*`; "?" is allowed), back references, lookaround and named
 * groups, more than two open quantifiers (three after a leading `^` without alternatives), and more than 17 alternatives.
 * @returns undefined for a pattern that is refused or not valid
 */
export function safeRegExp(pattern: unknown, flags?: string): ((subject: string) => boolean) | undefined {
  try {
    const regExp = new RegExp(pattern as string, flags);
    const isUsable = (pattern as string).length <= maximalPattern && isSafe(pattern as string);
    return isUsable ? (subject) => subject.length <= maximalSubject && regExp.test(subject) : undefined;
  } catch {
    // an invalid pattern, or none, matches nothing, as in GrowthBook
    return undefined;
  }
}
