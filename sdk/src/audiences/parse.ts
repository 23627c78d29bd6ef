import { checkDepth } from "./depth.js";
import { evaluate } from "./evaluate.js";
import { readJson } from "./read-json.js";
import { safeRegExp } from "./safe-regexp.js";
import { fault, isQuoted, isWord, items, scan, type Scanner } from "./scan.js";
import type { Condition } from "./types.js";

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
const path = /^(?!(?:and|or|not|in|true|false)$)[\p{L}_](?:\.?[\p{L}\p{M}\p{N}_-])*$/u;

/** What keeps its digits as a double. Postal codes ("01067") and long ids stay texts. */
const number = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/** Strengths and amounts, where nothing known means none: `interest.golf < 0.2` holds for someone new. */
const zeroWhenAbsent = /^(?:interest|need|facet|cart)\./;

/** Levels of JSON that one pair of parentheses makes at most (`$or`, `$and`, their lists, `$not`), and a fact within. */
const levelsPerParenthesis = 5;
const levelsPerFact = 8;

type Rule = (scanner: Scanner, depth: number) => Condition;

function value(scanner: Scanner): string | number | boolean {
  const token = scanner.take();
  const { raw } = token;
  if (isQuoted(raw)) return raw.slice(1, -1).replace(/\\(["'])/g, "$1");
  if (!isWord(raw)) throw fault("a value", token);
  if (number.test(raw)) return Number(raw);
  return raw === "true" || (raw !== "false" && raw);
}

/**
 * `$exists` is added where the evaluator, which follows GrowthBook's coercion, would otherwise accept an absent fact:
 * "bought.boots <= 30" must not hold for someone who never bought any.
 */
function compare(scanner: Scanner, name: string, operator: string): Condition {
  const start = scanner.peek();
  const than = value(scanner);
  const isPattern = operator === "~";
  const test: Condition = { [operators[operator] as string]: isPattern ? String(than) : than };
  if (isPattern && !safeRegExp(String(than))) throw fault("a simple, valid regular expression", start);
  const needsFact = operator !== "!=" && !zeroWhenAbsent.test(name) && evaluate({ [name]: test }, {});
  return { [name]: needsFact ? { $exists: true, ...test } : test };
}

function fact(scanner: Scanner): Condition {
  const token = scanner.take();
  const name = token.raw;
  if (!path.test(name)) throw fault('a fact, "not" or "("', token);
  const { raw } = scanner.peek();
  if (Object.hasOwn(operators, raw)) return compare(scanner, name, scanner.take().raw);
  if (scanner.skip("in")) {
    scanner.expect("(");
    return { [name]: { $in: items(scanner, ")", () => value(scanner)) } };
  }
  // bought today is bought 0 days ago
  return { [name]: name.startsWith("bought.") ? { $exists: true } : { $exists: true, $nin: [false, 0, ""] } };
}

function atom(scanner: Scanner, depth: number): Condition {
  const { at } = scanner.peek();
  if (!scanner.skip("(")) return fact(scanner);
  checkDepth(depth, at);
  const inner = expression(scanner, depth + levelsPerParenthesis);
  scanner.expect(")");
  return inner;
}

const negation: Rule = (scanner, depth) =>
  scanner.skip("not") ? { $not: atom(scanner, depth) } : atom(scanner, depth);

const joined =
  (word: string, operand: Rule): Rule =>
  (scanner, depth) => {
    const first = operand(scanner, depth);
    const all = [first];
    while (scanner.skip(word)) all.push(operand(scanner, depth));
    return all.length > 1 ? { [`$${word}`]: all } : first;
  };

function expression(scanner: Scanner, depth: number): Condition {
  return joined("or", joined("and", negation))(scanner, depth);
}

/**
 * Parses an expression of the condition language, or a condition in JSON when the text starts with "{".
 *
 * A text is quoted with " or '; inside, a backslash before a quote keeps it, any other backslash stands for itself.
 * A fact that is absent satisfies no comparison but "!=", and "<" where nothing known means none (`interest`, `need`,
 * `facet`, `cart`).
 * @param text at most 4,000 characters, at most 18 parentheses deep (JSON: 100 levels)
 * @returns the condition, for `compile` and `evaluate`
 * @throws ConditionError `condition-syntax` with the fault's position and what was expected there; `condition-limit`
 * @example
 * parse("interest.hiking >= 0.4 and not bought.hiking-boots");
 * // { $and: [{ "interest.hiking": { $gte: 0.4 } }, { $not: { "bought.hiking-boots": { $exists: true } } }] }
 */
export function parse(text: string): Condition {
  const scanner = scan(text);
  const isJson = scanner.peek().raw === "{";
  const condition = isJson ? (readJson(scanner, 0) as Condition) : expression(scanner, levelsPerFact);
  const rest = scanner.peek();
  if (rest.raw) throw fault(isJson ? "the end" : 'an operator, "and", "or" or the end', rest);
  return condition;
}
