import { evaluate } from "./evaluate.js";
import { safeRegExp } from "./safe-regexp.js";
import { expect, fail, list, skip, value, type Tokens } from "./tokens.js";
import type { Condition, Json } from "./types.js";

const operators: Record<string, string> = {
  "=": "$eq",
  "!=": "$ne",
  ">": "$gt",
  ">=": "$gte",
  "<": "$lt",
  "<=": "$lte",
  "~": "$regex",
};

/** A fact's name: segments of letters, digits, "_" and "-", joined by dots; none of the language's own words. */
const path = /^(?!(and|or|not|in|true|false)$)[\p{L}_](\.?[\p{L}\p{M}\p{N}_-])*$/u;

/** Strengths and amounts, where nothing known means none: `interest.golf < 0.2` holds for someone new. */
const zeroWhenAbsent = /^(interest|need|facet|cart)\./;

/** One pair makes at most five levels of JSON (`$or`, `$and`, their lists, `$not`), of which `compile` takes 100. */
const maximalParentheses = 18;

/**
 * `$exists` is added where the evaluator, which follows GrowthBook's coercion, would otherwise accept an absent fact:
 * "bought.boots <= 30" must not hold for someone who never bought any.
 */
function comparison(name: string, operator: string, than: Json): Condition {
  const test = { [operator]: than };
  const needsFact = operator !== "$ne" && !zeroWhenAbsent.test(name) && evaluate({ [name]: test }, {});
  return { [name]: needsFact ? { $exists: true, ...test } : test };
}

/** Text or word as it stands: an escaped quote means the same in a regular expression. */
function pattern(tokens: Tokens): string {
  const { 2: quoted, 3: source = quoted } = tokens[0];
  if (source === undefined || !safeRegExp(source)) return fail(tokens, "a simple regular expression");
  tokens.shift();
  return source;
}

function fact(tokens: Tokens): Condition {
  const name = tokens[0][0];
  if (!path.test(name)) fail(tokens, "a fact");
  tokens.shift();
  if (skip(tokens, "in")) {
    expect(tokens, "(");
    const $in = list(tokens, ",", value);
    expect(tokens, ")");
    return { [name]: { $in } };
  }
  // no word, so nothing that objects inherit
  const operator = !tokens[0][3] && operators[tokens[0][0]];
  if (operator) {
    tokens.shift();
    return comparison(name, operator, (operator === "$regex" ? pattern : value)(tokens));
  }
  // bought today is bought 0 days ago
  return { [name]: { $exists: true, ...(!name.startsWith("bought.") && { $nin: [false, 0, ""] }) } };
}

function atom(tokens: Tokens, depth: number): Condition {
  if (tokens[0][0] !== "(") return fact(tokens);
  if (depth >= maximalParentheses) fail(tokens, "fewer parentheses", true);
  tokens.shift();
  const inner = readExpression(tokens, depth + 1);
  expect(tokens, ")");
  return inner;
}

function joined(tokens: Tokens, word: string, operand: (tokens: Tokens) => Condition): Condition {
  const all = list(tokens, word, operand);
  return all.length > 1 ? { [`$${word}`]: all } : all[0]!;
}

/** Reads an expression of the condition language by recursive descent. Throws `ConditionError` at the token at fault. */
export function readExpression(tokens: Tokens, depth = 0): Condition {
  const negation = (): Condition =>
    skip(tokens, "not") ? { $not: atom(tokens, depth) } : atom(tokens, depth);
  return joined(tokens, "or", () => joined(tokens, "and", negation));
}
