import type { Condition, Json } from "../audiences/index.js";
import { canBe } from "./can-be.js";
import { didYouMean } from "./did-you-mean.js";
import { factOf, type Fact } from "./fact.js";
import type { Fault } from "./finding.js";
import { wrongNames } from "./lint-names.js";
import type { Names } from "./names.js";
import { unknownFact } from "./unknown-fact.js";
import { constantsIn } from "./values.js";
import { wordsOf } from "./words.js";

const operators = [
  ..."$and $or $nor $not $eq $ne $lt $lte $gt $gte $in $nin $ini $nini $exists $type $size".split(" "),
  ..."$elemMatch $all $alli $regex $regexi $notRegex $notRegexi $veq $vne $vlt $vlte $vgt $vgte".split(" "),
];

function* unknownOperators(operand: Json): Generator<Fault> {
  if (typeof operand !== "object" || !operand) return;
  for (const [key, value] of Object.entries(operand)) {
    if (key.startsWith("$") && !operators.includes(key)) {
      const isGroup = key === "$inGroup" || key === "$notInGroup";
      yield {
        rule: "unknown-operator",
        message: isGroup
          ? `a page knows no saved groups: "${key}" is never true`
          : `there is no operator "${key}"`,
        remedy: isGroup
          ? `write the members: "$in" or "$nin"`
          : didYouMean(key, operators, "it is never true"),
      };
    }
    yield* unknownOperators(value);
  }
}

/** A CMS makes typographic quotes of straight ones, and to the parser they are letters. */
function* quotesIn(operand: Json): Generator<Fault> {
  for (const text of constantsIn(operand)) {
    if (typeof text === "string" && /^[“”„‘’‚]/.test(text))
      yield {
        rule: "condition-syntax",
        message: `the value ${text} has its quotes in it`,
        remedy: `write "${text.replace(/[“”„‘’‚]/g, "")}"`,
      };
  }
}

const weekdays = "mo tu we th fr sa su".split(" ");

/** What a value that a fact never has was probably meant to be. */
function rightValue(path: string, fact: Fact, operand: Json): string {
  const [value] = constantsIn(operand).filter(
    (one) => !(typeof one === "boolean" && fact.kind !== "boolean"),
  );
  const weekday = path === "time.weekday" ? weekdays.indexOf(String(value).slice(0, 2).toLowerCase()) : -1;
  if (weekday >= 0) return `: did you mean ${weekday + 1}?`;
  const isPercent = fact.most === 1 && typeof value === "number" && value > 1 && value <= 100;
  return isPercent ? `: did you mean ${value / 100}?` : "";
}

/**
 * What is wrong with one comparison of a condition.
 * @param path the fact's name
 * @param operand what it is compared with, as `parse` gives it
 */
export function* lintLeaf(path: string, operand: Json, names: Names): Generator<Fault> {
  const fact = factOf(path);
  if (!fact) yield unknownFact(path, names);
  yield* unknownOperators(operand);
  yield* quotesIn(operand);
  yield* wrongNames(path, operand, names);
  if (!fact) return;
  const leaf: Condition = { [path]: operand };
  const remedy = `${path} is ${fact.is}${rightValue(path, fact, operand)}`;
  if (!canBe([leaf])) yield { rule: "never-true", message: `"${wordsOf(leaf)}" is never true`, remedy };
  else if (!canBe([], [leaf]))
    yield { rule: "always-true", message: `"${wordsOf(leaf)}" is always true`, remedy };
}
