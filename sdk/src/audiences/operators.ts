import { safeRegExp } from "./safe-regexp.js";
import type { Json } from "./types.js";

/** A compiled test of one value. */
export type Check = (value: unknown) => boolean;

type Operator = (expected: Json) => Check;

/** What is compared instead of a value. */
export type Shape = <T>(value: T) => T | string;

/** For an operand that makes no sense: never true, as in GrowthBook. */
export const never: Check = () => false;

export const same: Shape = (value) => value;

export const fold: Shape = (value) => (typeof value === "string" ? value.toLowerCase() : value);

const isIn =
  (wanted: boolean, shape = same): Operator =>
  (list) => {
    if (!Array.isArray(list)) return never;
    const shaped: unknown[] = list.map(shape);
    const has: Check = (value) => shaped.includes(shape(value));
    return (value) => (Array.isArray(value) ? value.some(has) : has(value)) === wanted;
  };

const matches =
  (wanted: boolean, flags?: string): Operator =>
  (pattern) => {
    const test = safeRegExp(pattern, flags);
    return test ? (value) => test(String(value)) === wanted : never;
  };

/** The casts below keep JavaScript's own coercion ("8" < 10, absent is 0), which GrowthBook's cases ask for. */
export const operators: Readonly<Record<string, Operator>> = {
  $eq: (expected) => (value) => value === expected,
  $ne: (expected) => (value) => value !== expected,
  $lt: (expected) => (value) => (value as number) < (expected as number),
  $lte: (expected) => (value) => (value as number) <= (expected as number),
  $gt: (expected) => (value) => (value as number) > (expected as number),
  $gte: (expected) => (value) => (value as number) >= (expected as number),
  $exists: (expected) => (value) => (value !== null) === !!expected,
  $in: isIn(true),
  $nin: isIn(false),
  $ini: isIn(true, fold),
  $nini: isIn(false, fold),
  $regex: matches(true),
  $regexi: matches(true, "i"),
  $notRegex: matches(false),
  $notRegexi: matches(false, "i"),
  $type: (expected) => (value) =>
    (value === null ? "null" : Array.isArray(value) ? "array" : typeof value) === expected,
};
