import { ConditionError } from "./condition-error.js";
import { checkDepth } from "./depth.js";
import { readExpression } from "./read-expression.js";
import { fail, tokensOf } from "./tokens.js";
import type { Condition } from "./types.js";

const maximalLength = 4000;

/** Engines tell the place of a fault in JSON differently or not at all; what the engine says is kept as the cause. */
function readJson(text: string): Condition {
  let condition;
  try {
    condition = JSON.parse(text) as Condition;
  } catch (cause) {
    const position = Number(/JSON at position (\d+)/.exec(String(cause))?.[1] ?? 0);
    throw new ConditionError("condition-syntax", "expected JSON", position, { cause });
  }
  checkDepth(condition);
  return condition;
}

/**
 * Parses an expression of the condition language, or a condition in JSON when the text starts with "{".
 *
 * A text is quoted with " or '; inside, a backslash before a quote keeps it, any other backslash stands for itself.
 * A fact that is absent satisfies no comparison but "!=", and "<" where nothing known means none (`interest`, `need`,
 * `facet`, `cart`).
 * @param text at most 4,000 characters, at most 18 parentheses deep (JSON: 100 levels)
 * @returns the condition, for `compile` and `evaluate`
 * @throws ConditionError `condition-syntax` with the fault's position and what was expected there (in JSON the position
 * the engine names, else 0); `condition-limit`
 * @example
 * parse("interest.hiking >= 0.4 and not bought.hiking-boots");
 * // { $and: [{ "interest.hiking": { $gte: 0.4 } }, { $not: { "bought.hiking-boots": { $exists: true } } }] }
 */
export function parse(text: string): Condition {
  if (text.length > maximalLength) throw new ConditionError("condition-limit", "too long", maximalLength);
  const tokens = tokensOf(text);
  if (tokens[0][0] === "{") return readJson(text);
  const condition = readExpression(tokens);
  if (tokens[1]) fail(tokens, "an operator or the end");
  return condition;
}
