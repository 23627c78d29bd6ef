import { ConditionError } from "./condition-error.js";

/** What is still to be read; the last token, which is never taken, is empty and stands for the end. */
export type Tokens = [Token, ...Token[]];

/** The text of the token, the quote and the inside if it is a quoted text, the word if it is one. */
interface Token {
  0: string;
  2?: string;
  3?: string;
  index: number;
}

/** A quoted text: its quote, its inside · a word · an operator, a bracket, or a character that fits nowhere · the end. */
const token = /(["'])([^]*?)\1|([^\s"'=<>!~(),{}[\]:]+)|[<>!]=|\S|$/g;

/** What keeps its digits as a double. Postal codes ("01067") and long ids stay texts. */
const number = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;

export const tokensOf = (text: string): Tokens => [...text.trimEnd().matchAll(token)] as unknown as Tokens;

/** Set by the build for the first stage: what is wrong in a condition is said by later ones, which read it again. */
declare const BRIEF: boolean | undefined;

/** Throws `ConditionError` at the token to come. */
export function fail(tokens: Tokens, expected: string): never {
  if (typeof BRIEF !== "undefined" && BRIEF) throw new Error();
  const { 0: found, index } = tokens[0];
  const message = `expected ${expected}, found ${found || "the end"}`;
  throw new ConditionError(message, index);
}

/** Takes the token to come if it is `raw`. */
export const skip = (tokens: Tokens, raw: string): unknown => tokens[0][0] === raw && tokens.shift();

/** Takes the token to come, which has to be `raw`. */
export const expect = (tokens: Tokens, raw: string): unknown => skip(tokens, raw) || fail(tokens, raw);

/** Reads at least one item. */
export function list<T>(tokens: Tokens, separator: string, read: (tokens: Tokens) => T): T[] {
  const items = [read(tokens)];
  while (skip(tokens, separator)) items.push(read(tokens));
  return items;
}

export type Scalar = string | number | boolean;

/** Reads a quoted text, a number, a boolean or a bare word. */
export function value(tokens: Tokens): Scalar {
  const { 2: quoted, 3: word } = tokens[0];
  const raw = quoted ?? word ?? fail(tokens, "a value");
  tokens.shift();
  if (!word) return raw;
  if (number.test(raw)) return Number(raw);
  return raw === "true" || (raw !== "false" && raw);
}
