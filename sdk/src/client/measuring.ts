import { remember } from "../decisions/index.js";
import type { Stop, Store } from "../kernel/index.js";
import type { Core } from "./core.js";
import type { Device } from "./device.js";
import { startGoals } from "./goals.js";
import { watchVisitEnd } from "./leaving.js";
import { beginVisit, meet, reach, reachGoal, type Visit, type VisitSlot } from "./outcomes.js";
import type { Run, SlotEvent } from "./personalizer.js";

/** Follows what becomes of the slots, and answers for them at the end of the visit. */
export interface Measuring {
  goals(names: readonly string[]): void;
  slot(event: SlotEvent): void;
  stop: Stop;
}

/** Longest wait before what earlier visits left behind is sent, in milliseconds; drawn at random, so that times tell nothing. */
const jitter = 5000;

/** Starts measuring. The visit before this one is answered now, should its tab have been closed too soon. */
export function startMeasuring(core: Core, store: Store, device: Device): Measuring {
  const { window, consent, stages, log } = core;
  // Without a grant nothing is noted down that only statistics would need.
  const change = (step: (visit: Visit) => Visit): void => {
    if (!consent.gate.grant("statistics")) return;
    device.change((state) => ({ ...state, visit: step(state.visit ?? beginVisit(state.profile.visit.start)) }));
  };
  const answer = async (visit: Visit | undefined): Promise<void> => {
    if (!visit || visit.answered || !consent.gate.grant("statistics")) return;
    try {
      const { answerFor } = await stages.report();
      if (!(await answerFor(core, store, visit))) return;
      change((now) => (now.id === visit.id ? { ...now, answered: true } : now));
      await device.flush();
    } catch (error) {
      log("nothing is reported", error);
    }
  };
  const act = (kind: "shown" | "clicked", { markup, decision }: Run): void => {
    const { variant, reason } = decision ?? {};
    if (variant === undefined || !reason) return;
    const event = { kind, slot: markup.name, variant, at: core.clock(), rule: reason.rule };
    const { tact } = core.settings.manifest;
    device.change((state) => ({ ...state, memory: remember(state.memory, event, tact) }));
    change((visit) => reach(visit, markup.name, variant, kind === "shown" ? "seen" : "clicked"));
  };
  const goals = (names: readonly string[]): void => change((visit) => reachGoal(visit, names));

  const before = core.state?.visit;
  if (before && before.id !== core.state?.profile.visit.start) {
    device.change((state) => ({ ...state, visit: beginVisit(state.profile.visit.start) }));
    void answer(before);
  }
  const send = async (): Promise<void> => {
    if (consent.gate.grant("statistics")) await (await stages.report()).sendDue(core, store);
  };
  const late = setTimeout(() => void send().catch(() => log("nothing is reported")), core.random() % jitter);
  const stops = [
    startGoals(window.document, {
      goal: (name) => goals([name]),
      clicked: (element) => {
        const run = core.personalizer.runs.get(element);
        if (run) act("clicked", run);
      },
    }),
    watchVisitEnd(window, () => void answer(core.state?.visit)),
  ];
  return {
    goals,
    slot({ kind, run }) {
      if (kind === "met") change((visit) => meet(visit, outcomeOf(run)));
      else act("shown", run);
    },
    stop() {
      clearTimeout(late);
      for (const stop of stops) stop();
    },
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
