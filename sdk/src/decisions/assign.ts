import { hash2 } from "../audiences/hash.js";
import type { Memory } from "./memory.js";
import type { SlotSpec, VariantSpec } from "./types.js";

/** A number in [0, 1) that this device draws once per slot and purpose; different purposes are independent. */
export const draw = (purpose: "holdout" | "test", slot: SlotSpec, memory: Memory): number =>
  hash2(`heim-${purpose}:${slot.name}:`, memory.seed);

/**
 * The variant this device is assigned to in a `test`: the one it has already been shown, as long as that still has a
 * weight, so that new weights move nobody who has seen the test; else by hash, with GrowthBook's ranges at full coverage.
 * Drawn among all variants with a weight, eligible or not: the assignment then depends on nothing the visitor does. A
 * variant without a weight gets the mean of those given. Empty when no variant has a weight.
 */
export function assign(slot: SlotSpec, memory: Memory, assigned?: string): VariantSpec[] {
  const open = slot.variants.filter(({ weight = 1 }) => weight > 0);
  const given = open.flatMap(({ weight }) => weight ?? []);
  const mean = given.reduce((sum, weight) => sum + weight, 0) / given.length || 1;
  const n = draw("test", slot, memory);
  let end = 0;
  const isDrawn = ({ weight = mean }: VariantSpec): boolean => n < (end += weight / (mean * open.length));
  const variant = open.find(({ name }) => name === assigned) ?? open.find(isDrawn);
  return variant ? [variant] : [];
}
