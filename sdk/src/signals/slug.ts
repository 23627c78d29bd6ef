/**
 * The topic id of a merchant's category name: kebab-case, at most 64 characters, the same for "Hüte & Mützen",
 * "Hüte und Mützen" and "HÜTE UND MÜTZEN". Letters of other scripts are kept.
 * @param text category name, plain text
 * @returns the id; empty when the name has neither letter nor digit
 * @example slug("Schuhe & Stiefel für Damen") // "schuhe-stiefel-fuer-damen"
 */
export function slug(text: string): string {
  const folded = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/([aou])\u0308/g, "$1e")
    .replace(/ß/g, "ss")
    // Only Latin, Greek and Cyrillic accents: marks of Devanagari or kana are letters' substance.
    .replace(/[\u0300-\u036f'’]/g, "")
    .normalize("NFC");
  // The first use of \p{L} costs a slow device some 5 ms; plain text does without.
  const between = /[^\0-\xbf\u2000-\u206f]/.test(folded) ? /[^\p{L}\p{N}\p{M}]+/gu : /[^a-z\d]+/g;
  return (
    folded
      .replace(between, "-")
      .replace(/-(und|and)(?=-)/g, "")
      .replace(/^-/, "")
      .slice(0, 64)
      // Neither a hyphen nor half a character at the cut.
      .replace(/[-\ud800-\udbff]$/, "")
  );
}
