import type { Store } from "../kernel/index.js";
import type { Core, Measuring } from "./core.js";
import type { Device } from "./device-state.js";
import { startGoals } from "./goals.js";
import { watchVisitEnd } from "./leaving.js";
import { beginVisit, meet, reach, reachGoal, type Visit, type VisitSlot } from "./outcomes.js";
import type { Run } from "./personalizer.js";
import { answerFor, sendDue } from "./reporting.js";

/** Longest wait before what earlier visits left behind is sent, in milliseconds; drawn at random, so that times tell nothing. */
const jitter = 5000;

/**
 * Follows what becomes of the slots and answers for them at the end of the visit. The visit before this one is answered
 * now, should its tab have been closed too soon.
 */
export function startMeasuring(core: Core, store: Store, device: Device): Measuring {
  const { window, consent } = core;
  const change = (step: (visit: Visit) => Visit): void => {
    if (!consent.gate.grant("statistics")) return;
    device.change((state) => ({
      ...state,
      visit: step(state.visit ?? beginVisit(state.profile.visit.start)),
    }));
  };
  const answer = async (visit: Visit | undefined): Promise<void> => {
    if (!visit || visit.answered || !(await answerFor(core, store, visit))) return;
    change((now) => (now.id === visit.id ? { ...now, answered: true } : now));
    await device.flush();
    await send();
  };
  // One after the other: two at once would send a report twice.
  let sending = Promise.resolve();
  const send = (): Promise<void> => (sending = sending.then(() => sendDue(core, store)));
  const goals = (names: readonly string[]): void => change((visit) => reachGoal(visit, names));

  const before = core.state?.visit;
  const begun = core.state?.profile.visit.start ?? 0;
  if (before?.id !== begun) change(() => beginVisit(begun));
  if (before?.id !== begun) void answer(before);
  const late = setTimeout(() => void send(), core.random() % jitter);
  const stops = [
    startGoals(window.document, (name) => goals([name])),
    watchVisitEnd(window, () => void answer(core.state?.visit)),
    () => clearTimeout(late),
  ];
  return {
    goals,
    met(run) {
      // Who takes no part is not counted.
      if (run.decision?.reason.rule !== "namespace") change((visit) => meet(visit, outcomeOf(run)));
    },
    reached: (slot, variant, what) => change((visit) => reach(visit, slot, variant, what)),
    stop: () => stops.forEach((stop) => stop()),
  };
}

/** A slot as it begins: met, nothing seen yet. */
function outcomeOf({ markup, decision }: Run): VisitSlot {
  return {
    slot: markup.name,
    variants: markup.variants.map(({ name }) => name),
    reached: "none",
    holdout: markup.holdout,
    arm: decision?.arm ?? 1,
    goal: false,
    ...(markup.goal !== undefined && { measured: markup.goal }),
  };
}
