import { ConditionError } from "./condition-error.js";
import type { Json } from "./types.js";

/** Far deeper than anyone writes, far shallower than any engine's stack. */
const maximalDepth = 100;

/** Throws `condition-limit` below the hundredth level. `position` is the place in the text, if there is one. */
export function checkDepth(depth: number, position: number): void {
  if (depth > maximalDepth) throw new ConditionError("condition-limit", "nested too deep", position);
}

/** Throws `condition-limit` for a value nested more than a hundred levels deep, a cyclic one included. */
export function checkDepthOf(value: Json, depth = 0): void {
  checkDepth(depth, 0);
  if (typeof value === "object" && value) {
    for (const child of Object.values(value)) checkDepthOf(child, depth + 1);
  }
}
