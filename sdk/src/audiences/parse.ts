import { checkDepth } from "./depth.js";
import { operators } from "./more-operators.js";
import { boundedTokens, readAll } from "./parse-expression.js";
import { createReader, plainSigns } from "./read-expression.js";
import { safeRegExp } from "./safe-regexp.js";
import { fail, type Tokens } from "./tokens.js";
import type { Condition } from "./types.js";

const readExpression = createReader({
  operators,
  signs: { ...plainSigns, "~": "$regex" },
  operand(operator, value) {
    if (operator !== "$regex") return value;
    return safeRegExp(String(value)) && String(value);
  },
});

function readJson(text: string, tokens: Tokens): Condition {
  try {
    return JSON.parse(text) as Condition;
  } catch {
    // reported at its start: engines disagree on whether and how they tell the place
    return fail(tokens, "valid JSON");
  }
}

/**
 * Parses an expression of the condition language, or a condition in JSON when the text starts with "{".
 *
 * A text is quoted with " or '; inside, a backslash before a quote keeps it, any other backslash stands for itself.
 * A fact that is absent satisfies no comparison but "!=", and "<" where nothing known means none (`interest`, `need`,
 * `facet`, `cart`).
 * @param text at most 4,000 characters, fewer than 100 "("; at most 100 levels of JSON, of which a pair of parentheses can make five
 * @returns the condition, for `compile` and `evaluate`
 * @throws ConditionError `condition-syntax` with the fault's position and what was expected there (in JSON its
 * start, since engines disagree on whether and how they tell the place)
 * @example
 * parse("interest.hiking >= 0.4 and not bought.hiking-boots");
 * // { $and: [{ "interest.hiking": { $gte: 0.4 } }, { $not: { "bought.hiking-boots": { $exists: true } } }] }
 */
export function parse(text: string): Condition {
  const tokens = boundedTokens(text);
  const condition = tokens[0][0] === "{" ? readJson(text, tokens) : readAll(tokens, readExpression);
  checkDepth(condition);
  return condition;
}
