import { parse } from "../audiences/index.js";

/** What people write who know another language, and what it is in this one. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/[“”„‘’‚]/g, '"'],
  [/&gt;?/g, ">"],
  [/&lt;?/g, "<"],
  [/\s*&&\s*/g, " and "],
  [/\s*\|\|\s*/g, " or "],
  [/≥|=>/g, ">="],
  [/≤|=</g, "<="],
  [/≠|<>|!==/g, "!="],
  [/={2,}/g, "="],
  [/!(?!=)\s*/g, "not "],
  [/\bAND\b/gi, "and"],
  [/\bOR\b/gi, "or"],
  [/\bNOT\b/gi, "not"],
  [/\bIN\b/gi, "in"],
  [/\s(is|equals)\s/gi, " = "],
  [/(\d)\s*%/g, "$1"],
  [/(\d),(\d)/g, "$1.$2"],
  [/\s+(and|or|not|[<>=!~]+)\s*$/, ""],
];

/** A longer text is not looked at: nobody would compare it with what is proposed. */
const mostLetters = 500;

function parses(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    // That is what is asked.
    return false;
  }
}

/** The text with its brackets and quotes closed, in some ways. */
function closed(text: string): string[] {
  const missing = text.split("(").length - text.split(")").length;
  return [text, missing < 0 ? text.slice(0, missing) : text + ")".repeat(missing), `${text}"`, `${text}'`];
}

/**
 * What a condition that does not parse was probably meant to be: common slips set right, no more of them than needed.
 * @returns undefined when that does not parse either
 * @example correct("interest.hiking => 0.4 && visit.count = 1") // "interest.hiking >= 0.4 and visit.count = 1"
 */
export function correct(text: string): string | undefined {
  if (text.length > mostLetters) return undefined;
  let mended = text.trim();
  for (const [slip, right] of [[/^/, ""] as const, ...slips]) {
    mended = mended.replace(slip, right);
    const sound = closed(mended).find(parses);
    if (sound) return sound.trim();
  }
  return undefined;
}
