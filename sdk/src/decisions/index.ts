export { rankByResults } from "./best.js";
export { decide } from "./decide.js";
export { emptyMemory, type Memory, type SlotMemory, type VariantMemory } from "./memory.js";
export { remember, type SlotEvent } from "./remember.js";
export { rest } from "./rest.js";
export { defaultTact } from "./tact.js";
export type {
  Cap,
  Decision,
  Namespace,
  Reason,
  Results,
  Rule,
  Situation,
  SlotSpec,
  SlotState,
  Tact,
  VariantSpec,
} from "./types.js";
