export { cells } from "./cells.js";
export { variantNames } from "./names.js";
export { differences, rates, type VariantDifference, type VariantRates } from "./rates.js";
export { answersAtLeast, type Result } from "./result.js";
export { uplift, type Uplift } from "./uplift.js";
