import type { Store } from "../kernel/index.js";
import type { SlotOutcome } from "../statistics/index.js";
import type { Asking } from "./asked-interests.js";
import type { Core, Measuring } from "./core.js";
import type { Device } from "./device-state.js";
import { startGoals } from "./goals.js";
import { watchVisitEnd } from "./leaving.js";
import { beginVisit, meet, reach, reachGoal, type Visit } from "./outcomes.js";
import type { Run } from "./personalizer.js";
import { answerFor, answerLateFor, sendDue } from "./reporting.js";

/** Longest wait before what earlier visits left behind is sent, in milliseconds; drawn at random, so that times tell nothing. */
const jitter = 5000;

/**
 * Follows what becomes of the slots and answers for them at the end of the visit. The visit before this one is answered
 * now, should its tab have been closed too soon.
 */
export function startMeasuring(core: Core, store: Store, device: Device, model: Asking): Measuring {
  const { window, consent } = core;
  const change = (step: (visit: Visit) => Visit): void => {
    if (!consent.gate.grant("statistics")) return;
    device.change((state) => ({
      ...state,
      visit: step(state.visit ?? beginVisit(state.profile.visit.start)),
    }));
  };
  const answering = createAnswering(core, store, { change, flush: device.flush, model });
  const goals = (names: readonly string[]): void => {
    change((visit) => reachGoal(visit, names));
    answering.late(names);
  };

  const before = core.state?.visit;
  const begun = core.state?.profile.visit.start ?? 0;
  if (before?.id !== begun) {
    change(() => beginVisit(begun));
    if (!before?.answered) answering.visit(before);
  }
  const leftover = setTimeout(answering.send, core.random() % jitter);
  const stops = [
    startGoals(window.document, (name) => goals([name])),
    watchVisitEnd(window, () => answering.visit(core.state?.visit)),
    () => clearTimeout(leftover),
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

/** What answering changes. */
interface AnsweringPorts {
  change: (step: (visit: Visit) => Visit) => void;
  flush: () => Promise<void>;
  model: Asking;
}

/** Answers for visits and late goals, one after the other: a goal reached while its visit is being answered is a late one. */
function createAnswering(core: Core, store: Store, { change, flush, model }: AnsweringPorts) {
  let drawing: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(draw: () => Promise<T>): Promise<T> => {
    const drawn = drawing.then(draw);
    drawing = drawn;
    return drawn;
  };
  // Two at once would send a report twice.
  let sending = Promise.resolve();
  const send = (): Promise<void> => (sending = sending.then(() => sendDue(core, store)));
  const answer = async (visit: Visit): Promise<void> => {
    if (!(await inTurn(() => answerFor(core, store, visit, model)))) return;
    change((now) => (now.id === visit.id ? { ...now, answered: true } : now));
    await flush();
    await send();
  };
  return {
    /** A visit has ended; one that had been answered may have reached a goal since. */
    visit(visit: Visit | undefined): void {
      if (visit) void (visit.answered ? drawing.then(send) : answer(visit));
    },
    late: (goals: readonly string[]): void => void inTurn(() => answerLateFor(core, store, goals)),
    send: (): void => void send(),
  };
}

/** A slot as it begins: met, nothing seen yet. */
function outcomeOf({ markup, decision }: Run): SlotOutcome {
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
