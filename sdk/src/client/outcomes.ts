import type { SlotOutcome, VisitOutcomes } from "../statistics/index.js";

/** What became of the slots of one visit; kept on the device until it is answered. */
export type Visit = VisitOutcomes;

type Reached = SlotOutcome["reached"];
const furthest: readonly Reached[] = ["none", "seen", "clicked", "goal"];
const rank = (reached: Reached): number => furthest.indexOf(reached);

/** A visit that has met no slot yet; `id` is its start in ms, never sent. */
export const beginVisit = (id: number): Visit => ({ v: 1, id, slots: {} });

/** The slot was met: it will be answered for, whatever it showed. */
export function meet(visit: Visit, slot: SlotOutcome): Visit {
  return { ...visit, slots: { ...visit.slots, [slot.slot]: visit.slots[slot.slot] ?? slot } };
}

/** A variant was seen or clicked. A visit that met several variants of a slot counts for the one that got furthest. */
export function reach(visit: Visit, slot: string, variant: string, reached: Reached): Visit {
  const known = visit.slots[slot];
  if (!known || rank(reached) <= rank(known.reached)) return visit;
  return { ...visit, slots: { ...visit.slots, [slot]: { ...known, variant, reached } } };
}

/** A goal was reached: it counts for every slot of the visit that is measured on it and, where a variant was seen, for that. */
export function reachGoal(visit: Visit, names: readonly string[]): Visit {
  const slots = Object.entries(visit.slots).map(([name, slot]): [string, SlotOutcome] => {
    if (slot.measured === undefined || !names.includes(slot.measured)) return [name, slot];
    return [name, { ...slot, goal: true, reached: slot.reached === "none" ? "none" : "goal" }];
  });
  return { ...visit, slots: Object.fromEntries(slots) };
}
