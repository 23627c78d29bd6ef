const german: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
const longest = 64;

/** Whole words as long as they fit, so that a cut never makes a word of its own. */
function fit(words: readonly string[]): string {
  let id = "";
  for (const word of words) {
    if (id && id.length + word.length >= longest) break;
    id += (id && "-") + word;
  }
  // A lone word may be longer; it is not cut within a surrogate pair.
  return id.slice(0, longest).replace(/[\ud800-\udbff]$/, "");
}

/**
 * The topic id of a merchant's category name: kebab-case, at most 64 characters, the same for "Hüte & Mützen",
 * "Hüte und Mützen" and "HÜTE UND MÜTZEN". Letters of other scripts are kept.
 * @param text category name, plain text
 * @returns the id; empty when the name has neither letter nor digit
 * @example slug("Schuhe & Stiefel für Damen") // "schuhe-stiefel-fuer-damen"
 */
export function slug(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => german[letter] ?? letter)
    .normalize("NFKD")
    // Only Latin, Greek and Cyrillic accents: marks of Devanagari or kana are letters' substance.
    .replace(/[\u0300-\u036f'’`´]/g, "")
    .normalize("NFC");
  const words = plain.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const telling = words.filter((word) => word !== "und" && word !== "and");
  return fit(telling.length > 0 ? telling : words);
}
