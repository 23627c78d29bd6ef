import type { Used } from "../audiences/index.js";
import { inNamespace } from "../audiences/namespace.js";
import { assign, draw } from "./assign.js";
import { recall, type SlotMemory } from "./memory.js";
import { day, defaultTact, isTired, within } from "./tact.js";
import type { Cap, Decision, Reason, Rule, Situation, SlotSpec, SlotState, VariantSpec } from "./types.js";

/** Whether the cap is reached by the slot's shows, or by those of one variant. */
function isCapped(
  cap: Cap | undefined,
  past: SlotMemory | undefined,
  at: Situation,
  variant?: string,
): boolean {
  if (!cap) return false;
  const { now, visitStart } = at;
  const span = { visit: now - visitStart + 1, day, week: 7 * day }[cap.per];
  const shows = past?.shown.filter(([time, name]) => within(time, now, span) && name === (variant ?? name));
  return (shows?.length ?? 0) >= cap.count;
}

/**
 * Decides what a slot shows. Depends on nothing but its arguments.
 *
 * A device outside the slot's namespace takes no part and is not counted. Then the holdout is drawn, for every device that
 * meets the slot. `first` takes the first variant that no rule withholds; `test` takes the assigned one or none; `best` the
 * first in the order of `situation.best`, or of the page as long as there are no results. Rules, in their order: muted topic or slot, resting
 * topic, condition, the variant's cap, fatigue; then the slot's cap and the page's dose.
 * @returns the variant or none, and the reason that was used
 * @example
 * const { state, variant, reason } = decide(slot, situation);
 */
export function decide(slot: SlotSpec, situation: Situation): Decision {
  const { memory, now, page } = situation;
  const tact = { ...defaultTact, ...situation.tact };
  const past = recall(memory.slots, slot.name);
  const isTest = slot.choose === "test";
  const best = slot.choose === "best" ? situation.best?.(slot, situation) : undefined;
  const reason: Reason = { rule: "none-eligible", used: [], skipped: [] };
  const decision: Decision = { slot: slot.name, state: "default", arm: 1, reason };

  const conclude = (state: SlotState, rule: Rule): Decision => {
    decision.state = state;
    reason.rule = rule;
    return decision;
  };

  /** The first rule that withholds a variant. `used` receives what made its condition true. */
  const withheld = ({ name, topics, when, cap }: VariantSpec, used: Used[]): Rule | undefined => {
    const shows = past && recall(past.variants, name);
    const unwanted = (["muted", "resting"] as const).find(
      (rule) =>
        past?.rests === situation.visitStart || topics.some((topic) => situation[rule].includes(topic)),
    );
    if (unwanted) return unwanted;
    if (when && !when(situation.facts, used)) return "condition";
    if (isCapped(cap, past, situation, name)) return "cap";
    return shows && isTired(shows, now, tact) ? "fatigue" : undefined;
  };

  if (slot.namespace && !inNamespace(memory.seed, slot.namespace)) return conclude("default", "namespace");
  if (draw("holdout", slot, memory) < slot.holdout / 100) {
    decision.arm = 0;
    return conclude("holdout", "holdout");
  }
  for (const variant of isTest ? assign(slot, memory, past?.assigned) : (best ?? slot.variants)) {
    const used: Used[] = [];
    const rule = withheld(variant, used);
    if (!rule) {
      if (isCapped(slot.cap, past, situation)) return conclude("capped", "cap");
      // never every slot of a page with two or more
      if (page.personalized >= Math.min(tact.dose, page.slots - 1 || 1)) return conclude("capped", "dose");
      reason.used = used;
      decision.variant = variant.name;
      return conclude("personalized", isTest ? "assigned" : best ? "best" : "eligible");
    }
    reason.skipped.push({ variant: variant.name, rule });
    if (rule === "cap" || rule === "fatigue") conclude("capped", rule);
  }
  return decision;
}
