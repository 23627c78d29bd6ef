import { ConditionError } from "./condition-error.js";

/** One token and where it starts; an empty `raw` is the end. */
export interface Token {
  raw: string;
  at: number;
}

/** Reads a text token by token, for the expression language and for JSON alike. */
export interface Scanner {
  /** The token to come. */
  peek(): Token;
  /** The token to come, which is thereby consumed. */
  take(): Token;
  /** Consumes the token to come if it is `raw`. */
  skip(raw: string): boolean;
  /** Consumes the token to come, which has to be `raw`. */
  expect(raw: string): void;
}

/** A quoted text · an operator or a bracket · a word · a character that fits nowhere, such as an open quote. */
const token = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[<>!]=|[=<>~(),{}[\]:]|[^\s"'=<>!~(),{}[\]:]+|\S/g;

const maximalLength = 4000;

/** The error for a token that is not what the grammar wants here. */
export const fault = (expected: string, { raw, at }: Token): ConditionError =>
  new ConditionError("condition-syntax", `expected ${expected}, found ${raw || "the end"}`, at);

/** Whether the token is a quoted text. */
export const isQuoted = (raw: string): boolean => /^["']./.test(raw);

/** Whether the token is a bare word: no text, no operator, no bracket, not the end. */
export const isWord = (raw: string): boolean => /^[^"'=<>!~(),{}[\]:]/.test(raw);

/** Reads a list that has at least one item, up to and with its closing bracket. */
export function items<T>(scanner: Scanner, close: string, read: () => T): T[] {
  const all: T[] = [];
  do all.push(read());
  while (scanner.skip(","));
  scanner.expect(close);
  return all;
}

/** Starts reading. Throws `condition-limit` over 4,000 characters. */
export function scan(text: string): Scanner {
  if (text.length > maximalLength) throw new ConditionError("condition-limit", "too long", maximalLength);
  const tokens: Token[] = [...text.matchAll(token)].map(({ 0: raw, index: at }) => ({ raw, at }));
  const end: Token = { raw: "", at: text.trimEnd().length };
  let next = 0;
  const peek = (): Token => tokens[next] ?? end;
  const skip = (raw: string): boolean => peek().raw === raw && ++next > 0;
  return {
    peek,
    skip,
    take: () => tokens[next++] ?? end,
    expect(raw) {
      if (!skip(raw)) throw fault(`"${raw}"`, peek());
    },
  };
}
