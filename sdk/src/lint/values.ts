import type { Json } from "../audiences/index.js";
import type { Fact } from "./fact.js";

/** The plain values in an operand, at any depth. */
export const constantsIn = (operand: Json): (string | number | boolean | null)[] =>
  typeof operand === "object" && operand ? Object.values(operand).flatMap(constantsIn) : [operand];

/** Bounds, constants, and what lies between them: comparisons with these constants tell no other numbers apart. */
function numbers(fact: Fact, constants: readonly unknown[]): number[] {
  const { least = -Infinity, most = Infinity, whole } = fact;
  const given = [least, ...constants.map(Number), most].filter(Number.isFinite).sort((a, b) => a - b);
  const around = [(given[0] ?? 0) - 1, ...given, (given.at(-1) ?? 0) + 1];
  const between = around.map((at, index) => (at + (around[index + 1] ?? at)) / 2);
  const all = [...around, ...between];
  const near = whole ? all.flatMap((at) => [Math.floor(at), Math.ceil(at)]) : all;
  const beside = whole ? given.flatMap((at) => [Math.floor(at) - 1, Math.ceil(at) + 1]) : [];
  return [...near, ...beside].filter((at) => at >= least && at <= most);
}

const other = "\u0001";

function texts(constants: readonly unknown[]): string[] {
  return [
    ...constants.map(String).flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]),
    "",
    other,
  ];
}

/**
 * Values of a fact that stand for all it can have, as far as comparisons with these constants tell them apart; null is an
 * absent fact.
 */
export function valuesOf(fact: Fact, constants: readonly unknown[]): unknown[] {
  const all = {
    number: () => numbers(fact, constants),
    boolean: () => [true, false],
    text: () => texts(constants),
    list: () => [[], [other]],
    any: () => [...numbers(fact, constants), ...texts(constants), true, false],
  }[fact.kind]();
  return fact.given ? all : [...all, null];
}

const operatorsIn = (operand: Json): string[] =>
  typeof operand === "object" && operand
    ? Object.entries(operand).flatMap(([key, value]) => [
        ...(key.startsWith("$") ? [key] : []),
        ...operatorsIn(value),
      ])
    : [];

/** What `valuesOf` stands for completely, by the kind of fact; `=` without an operator is GrowthBook's loose equality. */
const equality = /^\$(eq|ne|n?ini?|exists|not)$/;
const order = /^\$(eq|ne|n?ini?|exists|not|[gl]te?)$/;
const told = { number: order, boolean: order, text: equality, list: /^\$(eq|exists)$/, any: order };

/** Whether `valuesOf` has a value for every way the fact can meet, and not meet, this operand. */
export function isTold({ kind }: Fact, operand: Json): boolean {
  const operators = operatorsIn(operand);
  if (operators.length === 0) return kind !== "list" && typeof operand !== "object";
  const ordersTexts =
    kind === "any" &&
    operators.some((name) => /^\$[gl]/.test(name)) &&
    constantsIn(operand).some((constant) => typeof constant === "string");
  return operators.every((name) => told[kind].test(name)) && !ordersTexts;
}
