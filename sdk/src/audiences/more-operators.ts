import {
  isIn,
  isOperation,
  never,
  plainOperators,
  same,
  type Compilers,
  type Operator,
  type Operators,
  type Shape,
} from "./operators.js";
import { paddedVersion } from "./padded-version.js";
import { safeRegExp } from "./safe-regexp.js";
import type { Json } from "./types.js";

const fold: Shape = (value) => (typeof value === "string" ? value.toLowerCase() : value);

const matches =
  (wanted: boolean, flags?: string): Operator =>
  (pattern) => {
    const test = safeRegExp(pattern, flags);
    return test ? (value) => test(String(value)) === wanted : never;
  };

const all =
  (shape: Shape): Operator =>
  (list, { value: compileValue }) => {
    if (!Array.isArray(list)) return never;
    const checks = list.map((item) => compileValue(shape(item)));
    return (value) =>
      Array.isArray(value) && checks.every((check) => value.some((item) => check(shape(item))));
  };

const version =
  (plain: string): Operator =>
  (operand, compilers) => {
    const check = (plainOperators[plain] as Operator)(paddedVersion(operand), compilers);
    return (value) => check(paddedVersion(value));
  };

/** GrowthBook's loose equality: what a value is made to be before it is compared, by the type of the plain operand. */
const conversions: Readonly<Record<string, (value: unknown) => unknown>> = {
  string: String,
  number: Number,
  boolean: (value) => (value === null ? value : !!value),
};

function equals(expected: Json): ReturnType<Operator> {
  const convert = conversions[typeof expected] ?? JSON.stringify;
  const wanted = convert(expected);
  return (value) => convert(value) === wanted;
}

/** An element is a value, or an object of facts. */
function elementMatches(operand: Json, { value: compileValue, condition }: Compilers): ReturnType<Operator> {
  const check = (isOperation(operand) ? compileValue : condition)(operand);
  return (value) => Array.isArray(value) && value.some((item) => item && check(item));
}

/** Every operator there is. */
export const operators: Operators = {
  ...plainOperators,
  "": equals,
  $not: (operand, compilers) => {
    const check = compilers.value(operand);
    return (value) => !check(value);
  },
  $all: all(same),
  $alli: all(fold),
  $size: (operand, { value: compileValue }) => {
    const check = compileValue(operand);
    return (value) => Array.isArray(value) && check(value.length);
  },
  $elemMatch: elementMatches,
  $ini: isIn(true, fold),
  $nini: isIn(false, fold),
  $regex: matches(true),
  $regexi: matches(true, "i"),
  $notRegex: matches(false),
  $notRegexi: matches(false, "i"),
  $type: (expected) => (value) =>
    (value === null ? "null" : Array.isArray(value) ? "array" : typeof value) === expected,
  $veq: version("$eq"),
  $vne: version("$ne"),
  $vlt: version("$lt"),
  $vlte: version("$lte"),
  $vgt: version("$gt"),
  $vgte: version("$gte"),
};
