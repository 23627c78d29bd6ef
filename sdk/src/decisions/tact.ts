import type { VariantMemory } from "./memory.js";
import type { Tact } from "./types.js";

/** The defaults of `manifest.tact`: 3 slots a page; 5 shows without a click, then 7 days of rest. */
export const defaultTact: Tact = { dose: 3, fatigueShows: 5, fatigueRestDays: 7 };

export const day = 86_400_000;

/** Whether `at` lies within the last `span` ms. What a clock that was set back makes future does not count. */
export const within = (at: number, now: number, span: number): boolean => at <= now && at > now - span;

/** Whether a variant rests because it was shown too often without a click. */
export function isTired(variant: VariantMemory, now: number, tact: Tact): boolean {
  return variant.unclicked >= tact.fatigueShows && within(variant.at, now, tact.fatigueRestDays * day);
}
