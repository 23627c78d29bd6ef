export { estimatesCsv } from "./csv.js";
export { csvField, type CsvValue } from "./csv-field.js";
export { readCategories, type CategoryResult } from "./categories.js";
export { dayText, parseDay } from "./days.js";
export { readEstimates, type EstimatesBody } from "./estimates.js";
export { readModel, type Learned, type ModelBody } from "./model.js";
export { readOverview, type SiteOverview } from "./overview.js";
export { readQuestion, type Reading, type Version, type Wanted } from "./question.js";
export {
  readSlot,
  type CellResult,
  type SlotResult,
  type UpliftResult,
  type VisitResult,
  type WantedSlot,
} from "./slot.js";
export { readTimeline, type Timeline, type TimelinePoint } from "./timeline.js";
