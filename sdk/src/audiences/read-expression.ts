import { expect, fail, list, skip, value, type Scalar, type Tokens } from "./tokens.js";
import type { Compilers, Operators } from "./operators.js";
import type { Condition } from "./types.js";

/** What is behind the words of an expression. */
export interface Dialect {
  operators: Operators;
  /** Signs and the operators they stand for. */
  signs: Readonly<Record<string, string>>;
  /** What an operator's value is made to be; undefined where it cannot have that. */
  operand: (operator: string, value: Scalar) => Scalar | undefined;
}

/** What has no "~". */
export const plainSigns: Readonly<Record<string, string>> = {
  "=": "$eq",
  "!=": "$ne",
  ">": "$gt",
  ">=": "$gte",
  "<": "$lt",
  "<=": "$lte",
};

/** A fact's name: segments of letters, digits, "_" and "-", joined by dots; none of the language's own words. */
const path = /^(?!(and|or|not|in|true|false)$)[\p{L}_](\.?[\p{L}\p{M}\p{N}_-])*$/u;

/** Strengths and amounts, where nothing known means none: `interest.golf < 0.2` holds for someone new. */
const zeroWhenAbsent = /^(interest|need|facet|cart)\./;

/**
 * `$exists` is added where the evaluator, which follows GrowthBook's coercion, would otherwise accept an absent fact:
 * "bought.boots <= 30" must not hold for someone who never bought any.
 */
function comparison(tokens: Tokens, name: string, operator: string, dialect: Dialect): Condition {
  const [start] = tokens;
  const than = dialect.operand(operator, value(tokens)) ?? fail([start], "a simple regular expression");
  const test: Condition = { [operator]: than };
  const needsFact =
    operator !== "$ne" &&
    !zeroWhenAbsent.test(name) &&
    dialect.operators[operator]?.(than, {} as Compilers)(null);
  return { [name]: needsFact ? { $exists: true, ...test } : test };
}

function fact(tokens: Tokens, dialect: Dialect): Condition {
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
  const operator = !tokens[0][3] && dialect.signs[tokens[0][0]];
  if (operator) {
    tokens.shift();
    return comparison(tokens, name, operator, dialect);
  }
  // bought today is bought 0 days ago
  return { [name]: { $exists: true, ...(!name.startsWith("bought.") && { $nin: [false, 0, ""] }) } };
}

type Read = (tokens: Tokens) => Condition;

const joined =
  (word: string, operand: Read): Read =>
  (tokens) => {
    const all = list(tokens, word, operand);
    return all.length > 1 ? { [`$${word}`]: all } : (all[0] as Condition);
  };

/** Makes a reader of expressions, by recursive descent. It throws `ConditionError` at the token at fault. */
export function createReader(dialect: Dialect): Read {
  const atom: Read = (tokens) => {
    if (!skip(tokens, "(")) return fact(tokens, dialect);
    const inner = read(tokens);
    expect(tokens, ")");
    return inner;
  };
  const negation: Read = (tokens) => (skip(tokens, "not") ? { $not: atom(tokens) } : atom(tokens));
  const read = joined("or", joined("and", negation));
  return read;
}
