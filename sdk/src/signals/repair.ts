/** A string literal (group 1) or, outside of strings, a comment. Never fails to match, so it is linear. */
const comments = /("(?:[^"\\]+|\\[^])*"?)|\/\/.*|\/\*[^]*?(?:\*\/|$)|<!--|-->/g;
const commas = /("(?:[^"\\]+|\\[^])*"?)|[,;](?=\s*(?:[}\]]|$))/g;

/**
 * The value of a block of JSON-LD that is not strict JSON. Repaired is what about 3 in 100 shops write and what is safe:
 * comments, trailing commas, raw line breaks in strings.
 * @returns the value, or undefined for a block beyond repair
 * @example repair('{"@type": "Product", // ours\n}') // { "@type": "Product" }
 */
export function repair(text: string): unknown {
  const keepStrings = (_: string, literal = ""): string => literal.replace(/\p{Cc}/gu, " ");
  try {
    return JSON.parse(text.replace(comments, keepStrings).replace(commas, keepStrings));
  } catch {
    // Survived: beyond repair. The page is read without this block.
    return undefined;
  }
}
