export { emitSlot, type SlotDetail } from "./emit-slot.js";
export { explainFaults } from "./explain-faults.js";
export { fillText } from "./fill-text.js";
export { findParts, isIgnored } from "./find-parts.js";
export {
  readCap,
  readSlot,
  type Cap,
  type Choose,
  type Fault,
  type SlotMarkup,
  type VariantMarkup,
} from "./read-slot.js";
export { isPainted } from "./is-painted.js";
export { rankList } from "./rank-list.js";
export { schema } from "./schema.js";
export { hydrateSelector } from "./selectors.js";
export { show, type Shown, type ShowOptions } from "./show.js";
export { setState, type SlotState } from "./state.js";
export { warnOnce } from "./warn.js";
export { watchSeen } from "./watch-seen.js";
export { watchParts } from "./watch-parts.js";
