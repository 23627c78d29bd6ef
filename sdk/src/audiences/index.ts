export { compile } from "./compile.js";
export { ConditionError } from "./condition-error.js";
export { evaluate } from "./evaluate.js";
export { hash } from "./hash.js";
export { inNamespace } from "./namespace.js";
export { parse } from "./parse.js";
export { topicsOf } from "./topics-of.js";
export type { Condition, Facts, Groups, Json, Test, Used } from "./types.js";
export { chooseVariation, getBucketRanges, getEqualWeights, type BucketRange } from "./weights.js";
