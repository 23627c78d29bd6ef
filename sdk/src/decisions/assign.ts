import { chooseVariation, getBucketRanges, hash } from "../audiences/index.js";
import { recall, type Memory } from "./memory.js";
import type { SlotSpec, VariantSpec } from "./types.js";

/** A number in [0, 1) that this device draws once per slot and purpose; different purposes are independent. */
const draw = (purpose: string, slot: SlotSpec, memory: Memory): number =>
  hash(`heim-${purpose}:${slot.name}:`, memory.seed, 2) as number;

/** 0 when this device keeps the default of the slot. Raising the holdout only adds devices to it. */
export function armOf(slot: SlotSpec, memory: Memory): 0 | 1 {
  return draw("holdout", slot, memory) < slot.holdout / 100 ? 0 : 1;
}

/** Shares that add up to 1. A variant without a weight gets the mean of those given. */
function shares(variants: readonly VariantSpec[]): number[] {
  const given = variants.flatMap(({ weight }) => weight ?? []);
  const total = given.reduce((sum, weight) => sum + weight, 0);
  const mean = total / given.length || 1;
  return variants.map(({ weight = mean }) => weight / (mean * variants.length));
}

/**
 * The variant this device is assigned to in a `test`: the one it has already been shown, as long as that still has a
 * weight, so that new weights move nobody who has seen the test; else by hash, with GrowthBook's ranges. Drawn among all
 * variants with a weight, eligible or not: the assignment then depends on nothing the visitor does.
 */
export function assign(slot: SlotSpec, memory: Memory): VariantSpec | undefined {
  const open = slot.variants.filter(({ weight = 1 }) => weight > 0);
  const assigned = recall(memory.slots, slot.name)?.assigned;
  const kept = open.find(({ name }) => name === assigned);
  const ranges = getBucketRanges(open.length, 1, shares(open));
  return kept ?? open[chooseVariation(draw("test", slot, memory), ranges)];
}
