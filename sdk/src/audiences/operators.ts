import type { Condition, Json } from "./types.js";

/** A compiled test of one value. */
export type Check = (value: unknown) => boolean;

/** Compiles what an operand holds: a value or operators to be met, a condition. */
export interface Compilers {
  value(expected: Json): Check;
  condition(condition: Json): Check;
}

export type Operator = (operand: Json, compilers: Compilers) => Check;

/** Operators by name; that of a plain operand, `{ "visit.count": 1 }`, has the name "". */
export type Operators = Readonly<Record<string, Operator>>;

/** What is compared instead of a value. */
export type Shape = <T>(value: T) => T | string;

/** For an operand that makes no sense: never true, as in GrowthBook. */
export const never: Check = () => false;

export const same: Shape = (value) => value;

export const isIn =
  (wanted: boolean, shape: Shape = same): Operator =>
  (list) => {
    if (!Array.isArray(list)) return never;
    const shaped: unknown[] = list.map(shape);
    const has: Check = (value) => shaped.includes(shape(value));
    return (value) => (Array.isArray(value) ? value.some(has) : has(value)) === wanted;
  };

/**
 * What expressions without "~" become. The casts keep JavaScript's own coercion ("8" < 10, absent is 0), which
 * GrowthBook's cases ask for.
 */
export const plainOperators: Operators = {
  $eq: (expected) => (value) => value === expected,
  $ne: (expected) => (value) => value !== expected,
  $lt: (expected) => (value) => (value as number) < (expected as number),
  $lte: (expected) => (value) => (value as number) <= (expected as number),
  $gt: (expected) => (value) => (value as number) > (expected as number),
  $gte: (expected) => (value) => (value as number) >= (expected as number),
  $exists: (expected) => (value) => (value !== null) === !!expected,
  $in: isIn(true),
  $nin: isIn(false),
};

/** Whether an operand holds operators: `{ $gte: 0.4 }`. */
export const isOperation = (value: Json): value is Condition => JSON.stringify(value).startsWith('{"$');
