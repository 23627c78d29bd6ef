import { recall, type Memory } from "./memory.js";

/**
 * The memory after the visitor said "not now" of a slot: it rests until the visit ends.
 * @param slot its name
 * @param at when it was said, and when the visit began, in ms since 1970
 * @returns a new memory; the old one is left as it was
 * @example
 * memory = rest(memory, "home-hero", { now: clock(), visitStart });
 */
export function rest(memory: Memory, slot: string, at: { now: number; visitStart: number }): Memory {
  const old = recall(memory.slots, slot) ?? { shown: [], variants: {} };
  return { ...memory, slots: { ...memory.slots, [slot]: { ...old, at: at.now, rests: at.visitStart } } };
}
