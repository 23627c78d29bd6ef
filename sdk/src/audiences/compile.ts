import { checkDepthOf } from "./depth.js";
import { lookup } from "./lookup.js";
import { never, operators, type Check } from "./operators.js";
import { paddedVersion } from "./padded-version.js";
import type { Condition, Groups, Json, Test, Used } from "./types.js";

/** A compiled condition or one of its parts; `root` is what its paths start from. */
type Run = (root: unknown, used?: Used[]) => boolean;

const isObject = (value: Json): value is Condition =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isOperation = (value: Json): value is Condition =>
  isObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => key.startsWith("$"));

function every(runs: readonly Run[]): Run {
  const [only] = runs;
  if (only && runs.length === 1) return only;
  return (root, used) => {
    for (const run of runs) if (!run(root, used)) return false;
    return true;
  };
}

/** What a branch noted before it turned out false is dropped again. An empty list is true, as in GrowthBook. */
function some(runs: readonly Run[]): Run {
  return (root, used) => {
    const noted = used?.length ?? 0;
    for (const run of runs) {
      if (run(root, used)) return true;
      if (used) used.length = noted;
    }
    return runs.length === 0;
  };
}

/** What lies under a negation explains nothing, so it is not noted. */
const not =
  (run: Run): Run =>
  (root) =>
    !run(root);

function leaf(path: string, check: Check): Run {
  const read = lookup(path);
  return (root, used) => {
    const value = read(root);
    if (!check(value)) return false;
    if (used && value !== null) used.push({ path, value });
    return true;
  };
}

function compileAll(list: Json, groups: Groups): Run[] {
  return Array.isArray(list) ? list.map((item) => compileCondition(item, groups)) : [];
}

function compileCondition(condition: Json, groups: Groups): Run {
  if (!isObject(condition)) return never;
  return every(
    Object.entries(condition).map(([key, value]) => {
      if (key === "$and") return every(compileAll(value, groups));
      if (key === "$or") return some(compileAll(value, groups));
      if (key === "$nor") return not(some(compileAll(value, groups)));
      if (key === "$not") return not(compileCondition(value, groups));
      return leaf(key, compileValue(value, groups));
    }),
  );
}

/** A plain value compares by GrowthBook's loose equality, an array or object by its JSON. */
function compileValue(expected: Json, groups: Groups, fold = false): Check {
  if (isOperation(expected)) {
    return every(Object.entries(expected).map(([name, operand]) => compileOperator(name, operand, groups)));
  }
  if (typeof expected === "string") {
    const folded = expected.toLowerCase();
    return fold ? (value) => String(value).toLowerCase() === folded : (value) => String(value) === expected;
  }
  if (typeof expected === "number") return (value) => Number(value) === expected;
  if (typeof expected === "boolean") return (value) => value !== null && !!value === expected;
  if (expected === null) return (value) => value === null;
  const json = JSON.stringify(expected);
  return (value) => JSON.stringify(value) === json;
}

function compileOperator(name: string, operand: Json, groups: Groups): Check {
  if (name === "$not") return not(compileValue(operand, groups));
  if (name === "$size") {
    const check = compileValue(operand, groups);
    return (value) => Array.isArray(value) && check(value.length);
  }
  if (name === "$elemMatch") {
    const check = (isOperation(operand) ? compileValue : compileCondition)(operand, groups);
    return (value) => Array.isArray(value) && value.some((item) => item && check(item));
  }
  if (name === "$all" || name === "$alli") {
    if (!Array.isArray(operand)) return never;
    const checks = operand.map((item) => compileValue(item, groups, name === "$alli"));
    return (value) => Array.isArray(value) && checks.every((check) => value.some((item) => check(item)));
  }
  if (/^\$v(eq|ne|[gl]te?)$/.test(name)) {
    const check = compileOperator(`$${name.slice(2)}`, paddedVersion(operand), groups);
    return (value) => check(paddedVersion(value));
  }
  return (Object.hasOwn(operators, name) && operators[name]?.(operand, groups)) || never;
}

/**
 * Compiles a condition once to closures, for many evaluations. No code is generated.
 *
 * Operators: `$and $or $nor $not`, `$eq $ne $lt $lte $gt $gte`, `$in $nin $ini $nini $inGroup $notInGroup`, `$exists $type
 * $size $elemMatch $all $alli`, `$regex $regexi $notRegex $notRegexi` and `$veq $vne $vlt $vlte $vgt $vgte`, with GrowthBook's semantics:
 * https://docs.growthbook.io/lib/build-your-own#evalcondition. An unknown operator and an unsafe or invalid regular
 * expression are false.
 * @param groups members of saved groups by id
 * @returns a test that never throws
 * @throws ConditionError `condition-limit` over 100 levels
 * @example
 * const used: Used[] = [];
 * compile({ "interest.hiking": { $gte: 0.4 } })({ interest: { hiking: 0.6 } }, used); // true
 * used; // [{ path: "interest.hiking", value: 0.6 }]
 */
export function compile(condition: Condition, groups: Groups = {}): Test {
  checkDepthOf(condition);
  const run = compileCondition(condition, groups);
  return (facts, used) => {
    const noted = used?.length ?? 0;
    try {
      if (run(facts, used)) return true;
    } catch {
      // a fact that has no text, number or JSON form (no prototype, cyclic) meets no condition
    }
    if (used) used.length = noted;
    return false;
  };
}
