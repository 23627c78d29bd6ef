export { anytime, tunedFor, type Interval } from "./anytime.js";
export { cells } from "./cells.js";
export { variantNames } from "./names.js";
export { differences, rates, type Late, type VariantDifference, type VariantRates } from "./rates.js";
export { required, type Required, type Wish } from "./required.js";
export { answersAtLeast, type Result, type Support, type Suppressed, type Told } from "./result.js";
export { countsRatio, seenRatio, type SampleRatio } from "./sample-ratio.js";
export { transitions, type Transition } from "./transitions.js";
export { uplift, type Uplift } from "./uplift.js";
