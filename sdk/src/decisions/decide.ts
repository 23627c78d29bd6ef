import type { Used } from "../audiences/index.js";
import { armOf, assign } from "./assign.js";
import { recall, type SlotMemory } from "./memory.js";
import { maximalShown } from "./remember.js";
import { day, defaultTact, isTired, within } from "./tact.js";
import type { Cap, Decision, Rule, Situation, SlotSpec, SlotState, VariantSpec } from "./types.js";

/** Whether the cap is reached by the slot's shows, or by those of one variant. */
function isCapped(
  cap: Cap | undefined,
  past: SlotMemory | undefined,
  at: Situation,
  variant?: string,
): boolean {
  if (!cap) return false;
  const { now, visitStart } = at;
  const span = cap.per === "week" ? 7 * day : cap.per === "day" ? day : now - visitStart + 1;
  const shows = past?.shown.filter((show) => within(show[0], now, span) && (variant ?? show[1]) === show[1]);
  return (shows?.length ?? 0) >= Math.min(cap.count, maximalShown);
}

/** Never every slot of a page with two or more. */
const isDosed = ({ slots, personalized }: Situation["page"], dose: number): boolean =>
  personalized >= Math.min(dose, Math.max(1, slots - 1));

/** The first rule that withholds a variant. `used` receives what made its condition true. */
function withheld(
  variant: VariantSpec,
  past: SlotMemory | undefined,
  at: Situation,
  used: Used[],
): Rule | undefined {
  const { topics, when, cap, name } = variant;
  if (topics.some((topic) => at.muted.includes(topic))) return "muted";
  if (topics.some((topic) => at.resting.includes(topic))) return "resting";
  if (when && !when(at.facts, used)) return "condition";
  if (isCapped(cap, past, at, name)) return "cap";
  const shows = past && recall(past.variants, name);
  return shows && isTired(shows, at.now, { ...defaultTact, ...at.tact }) ? "fatigue" : undefined;
}

/** What withholds a slot's variant although one is eligible. */
function withholdsSlot(slot: SlotSpec, past: SlotMemory | undefined, at: Situation): Rule | undefined {
  if (isCapped(slot.cap, past, at)) return "cap";
  return isDosed(at.page, at.tact?.dose ?? defaultTact.dose) ? "dose" : undefined;
}

/**
 * Decides what a slot shows. Depends on nothing but its arguments.
 *
 * The holdout is drawn first, for every device that meets the slot. `first` takes the first variant that no rule
 * withholds; `test` takes the assigned one or none; `best` is `first` for now. Rules, in their order: muted topic, resting
 * topic, condition, the variant's cap, fatigue; then the slot's cap and the page's dose.
 * @returns the variant or none, and the reason that was used
 * @example
 * const { state, variant, reason } = decide(slot, situation);
 */
export function decide(slot: SlotSpec, situation: Situation): Decision {
  const { memory } = situation;
  const past = recall(memory.slots, slot.name);
  const arm = armOf(slot, memory);
  const skipped: Decision["reason"]["skipped"] = [];
  const conclude = (state: SlotState, rule: Rule, used: Used[] = []): Decision => ({
    slot: slot.name,
    state,
    arm,
    reason: { rule, used, skipped },
  });
  if (arm === 0) return conclude("holdout", "holdout");
  const isTest = slot.choose === "test";
  for (const variant of isTest ? [assign(slot, memory)] : slot.variants) {
    if (!variant) break;
    const used: Used[] = [];
    const rule = withheld(variant, past, situation, used);
    if (!rule) {
      const stop = withholdsSlot(slot, past, situation);
      if (stop) return conclude("capped", stop);
      return { ...conclude("personalized", isTest ? "assigned" : "eligible", used), variant: variant.name };
    }
    skipped.push({ variant: variant.name, rule });
  }
  const worn = skipped.find(({ rule }) => rule === "cap" || rule === "fatigue");
  return worn ? conclude("capped", worn.rule) : conclude("default", "none-eligible");
}
