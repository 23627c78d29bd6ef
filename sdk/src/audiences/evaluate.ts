import { compile } from "./compile.js";
import { checkDepth } from "./depth.js";
import { resolveGroups } from "./resolve-groups.js";
import type { Condition, Facts, Groups } from "./types.js";

/**
 * Evaluates a condition once; `compile` is for more often.
 * @param facts nested objects; an absent fact is null
 * @param groups members of saved groups by id, for `$inGroup` and `$notInGroup`
 * @throws ConditionError `condition-syntax` over 100 levels
 * @example
 * evaluate({ "visit.count": { $gt: 1 } }, { visit: { count: 3 } }); // true
 */
export function evaluate(condition: Condition, facts: Facts, groups: Groups = {}): boolean {
  checkDepth(condition);
  return compile(resolveGroups(condition, groups) as Condition)(facts);
}
