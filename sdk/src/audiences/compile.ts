import { createCompile } from "./create-compile.js";
import { checkDepth } from "./depth.js";
import { isOperation } from "./operators.js";
import { operators } from "./more-operators.js";
import type { Condition, Test } from "./types.js";

const compileAll = createCompile(operators, (operand) =>
  Object.entries(isOperation(operand) ? operand : { "": operand }),
);

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
  return compileAll(condition);
}
