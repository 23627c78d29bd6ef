import { recall, type Memory, type SlotMemory, type VariantMemory } from "./memory.js";
import { day, defaultTact, isTired, within } from "./tact.js";
import type { Rule, Tact } from "./types.js";

/** Something that happened to a variant on the page. */
export interface SlotEvent {
  kind: "shown" | "clicked";
  slot: string;
  variant: string;
  /** Milliseconds since 1970. */
  at: number;
  /** `decision.reason.rule` of the show: "assigned" makes the assignment stick when weights change later. */
  rule?: Rule;
}

/** The longest window of a cap. */
const capSpan = 7 * day;
/** After this long unused, a slot is forgotten, as an unused topic is. */
const slotSpan = 90 * day;
const maximalShown = 50;
const maximalVariants = 20;
const maximalSlots = 50;

/** The `count` entries used last. */
function newest<T extends { at: number }>(
  record: Readonly<Record<string, T>>,
  count: number,
): Record<string, T> {
  const entries = Object.entries(record).sort(([, a], [, b]) => b.at - a.at);
  return Object.fromEntries(entries.slice(0, count));
}

function remembered(old: SlotMemory | undefined, event: SlotEvent, tact: Tact): SlotMemory {
  const { variant, at, rule } = event;
  const before = old && recall(old.variants, variant);
  const clicked = event.kind === "clicked";
  // a variant that has rested starts anew
  const rested = before && before.unclicked >= tact.fatigueShows && !isTired(before, at, tact);
  const unclicked = clicked ? 0 : 1 + (rested ? 0 : (before?.unclicked ?? 0));
  const shown = (old?.shown ?? []).filter((show) => within(show[0], at, capSpan));
  const variants: Record<string, VariantMemory> = { ...old?.variants, [variant]: { unclicked, at } };
  return {
    ...old,
    ...(rule === "assigned" && { assigned: variant }),
    at,
    shown: clicked ? shown : [...shown, [at, variant] as const].slice(-maximalShown),
    variants: newest(variants, maximalVariants),
  };
}

/**
 * The memory after a variant was shown or clicked. Bounded: 50 slots used in the last 90 days; per slot 20 variants and
 * the last 50 shows within 7 days.
 * @param tact overrides of `defaultTact`; the same as for `decide`
 * @returns a new memory; the old one is left as it was
 * @example
 * memory = remember(memory, { kind: "shown", slot: "home-hero", variant: "hiking", at: clock() });
 */
export function remember(memory: Memory, event: SlotEvent, tact?: Partial<Tact>): Memory {
  const { slot, at } = event;
  const next = remembered(recall(memory.slots, slot), event, { ...defaultTact, ...tact });
  const used = Object.entries(memory.slots).filter(([, old]) => old.at > at - slotSpan);
  const slots = Object.fromEntries([...used, [slot, next]]);
  return { ...memory, slots: newest(slots, maximalSlots) };
}
