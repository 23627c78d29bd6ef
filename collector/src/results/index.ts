export { dayText, parseDay } from "./days.js";
export { readEstimates, type EstimatesBody } from "./estimates.js";
export { readOverview, type SiteOverview } from "./overview.js";
export { readQuestion, type Reading, type Version, type Wanted } from "./question.js";
export { readSlot, type SlotResult, type VisitResult, type WantedSlot } from "./slot.js";
