import { checkDepth } from "./depth.js";
import { lookup } from "./lookup.js";
import { fold, never, operators, same, type Check, type Shape } from "./operators.js";
import { paddedVersion } from "./padded-version.js";
import type { Condition, Json, Test, Used } from "./types.js";

/** A compiled condition or one of its parts; `root` is what its paths start from. One that is false leaves `used` alone. */
type Run = (root: unknown, used?: Used[]) => boolean;

const isOperation = (value: Json): value is Condition => JSON.stringify(value).startsWith('{"$');

const every = (runs: readonly Run[]): Run =>
  runs.length === 1
    ? (runs[0] as Run)
    : (root, used) => {
        const noted = used?.length ?? 0;
        const holds = runs.every((run) => run(root, used));
        if (!holds) used?.splice(noted);
        return holds;
      };

/** An empty list is true, as in GrowthBook. */
const some =
  (runs: readonly Run[]): Run =>
  (root, used) =>
    !runs.length || runs.some((run) => run(root, used));

/** What lies under a negation explains nothing, so it is not noted. */
const not =
  (run: Run): Run =>
  (root) =>
    !run(root);

function leaf(path: string, check: Check): Run {
  const read = lookup(path);
  return (root, used) => {
    try {
      const value = read(root);
      if (!check(value)) return false;
      if (value !== null) used?.push({ path, value });
      return true;
    } catch {
      // a fact that has no text, number or JSON form (no prototype, cyclic) meets no condition
      return false;
    }
  };
}

function compileCondition(condition: Json): Run {
  if (typeof condition !== "object" || !condition) return never;
  return every(
    Object.entries(condition).map(([key, value]) => {
      const all = (): Run[] => (Array.isArray(value) ? value.map((item) => compileCondition(item)) : []);
      if (key === "$and") return every(all());
      if (key === "$or") return some(all());
      if (key === "$nor") return not(some(all()));
      if (key === "$not") return not(compileCondition(value));
      return leaf(key, compileValue(value));
    }),
  );
}

/** GrowthBook's loose equality: what a value is made to be before it is compared, by the type of the plain operand. */
const conversions: Readonly<Record<string, (value: unknown) => unknown>> = {
  string: String,
  number: Number,
  boolean: (value) => (value === null ? value : !!value),
};

function compileValue(expected: Json): Check {
  if (isOperation(expected)) {
    return every(Object.entries(expected).map(([name, operand]) => compileOperator(name, operand)));
  }
  const convert = conversions[typeof expected] ?? JSON.stringify;
  const wanted = convert(expected);
  return (value) => convert(value) === wanted;
}

function compileAll(list: Json, shape: Shape): Check {
  if (!Array.isArray(list)) return never;
  const checks = list.map((item) => compileValue(shape(item)));
  return (value) => Array.isArray(value) && checks.every((check) => value.some((item) => check(shape(item))));
}

function compileOperator(name: string, operand: Json): Check {
  if (name === "$not") return not(compileValue(operand));
  if (name === "$all") return compileAll(operand, same);
  if (name === "$alli") return compileAll(operand, fold);
  if (name === "$size") {
    const check = compileValue(operand);
    return (value) => Array.isArray(value) && check(value.length);
  }
  if (name === "$elemMatch") {
    const check = (isOperation(operand) ? compileValue : compileCondition)(operand);
    return (value) => Array.isArray(value) && value.some((item) => item && check(item));
  }
  if (/^\$v(eq|ne|[gl]te?)$/.test(name)) {
    const check = compileOperator(name.replace("v", ""), paddedVersion(operand));
    return (value) => check(paddedVersion(value));
  }
  return operators[name]?.(operand) ?? never;
}

/**
 * Compiles a condition once to closures, for many evaluations. No code is generated.
 *
 * Operators: `$and $or $nor $not`, `$eq $ne $lt $lte $gt $gte`, `$in $nin $ini $nini`, `$exists $type
 * $size $elemMatch $all $alli`, `$regex $regexi $notRegex $notRegexi` and `$veq $vne $vlt $vlte $vgt $vgte`, with GrowthBook's semantics:
 * https://docs.growthbook.io/lib/build-your-own#evalcondition. An unknown operator and an unsafe or invalid regular
 * expression are false.
 * @returns a test that never throws
 * @throws ConditionError `condition-syntax` over 100 levels
 * @example
 * const used: Used[] = [];
 * compile({ "interest.hiking": { $gte: 0.4 } })({ interest: { hiking: 0.6 } }, used); // true
 * used; // [{ path: "interest.hiking", value: 0.6 }]
 */
export function compile(condition: Condition = {}): Test {
  checkDepth(condition);
  return compileCondition(condition);
}
