import { ConditionError } from "./condition-error.js";
import type { Json } from "./types.js";

/** Far deeper than anyone writes, far shallower than any engine's stack. */
const maximalDepth = 100;

/** Throws `ConditionError` for a value nested more than a hundred levels deep, a cyclic one included. */
export function checkDepth(value: Json, depth = 0): void {
  if (depth > maximalDepth) throw new ConditionError("nested too deep", 0);
  if (typeof value === "object" && value) {
    for (const child of Object.values(value)) checkDepth(child, depth + 1);
  }
}
