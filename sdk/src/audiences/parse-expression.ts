import type { createReader } from "./read-expression.js";
import { fail, tokensOf, type Tokens } from "./tokens.js";
import type { Condition } from "./types.js";

const maximalLength = 4000;
/** Bounds the recursion of the parser. */
const maximalParentheses = 100;

/** The tokens of a text that is not too long. */
export function boundedTokens(text: string): Tokens {
  const tokens = tokensOf(text);
  if (text.length > maximalLength || text.split("(").length > maximalParentheses) fail(tokens, "less");
  return tokens;
}

/** Reads all tokens. */
export function readAll(tokens: Tokens, read: ReturnType<typeof createReader>): Condition {
  const condition = read(tokens);
  if (tokens[1]) fail(tokens, "an operator or the end");
  return condition;
}
