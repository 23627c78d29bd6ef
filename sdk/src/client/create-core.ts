import { readGpc } from "../consent/adapters/gpc.js";
import { createConsent, type Consent } from "../consent/index.js";
import { createEmitter, type Store } from "../kernel/index.js";
import type { Core, Stages } from "./core.js";
import { explainFaults } from "./faults.js";
import type { PageView } from "./page-view.js";
import type { ClientEvents } from "./public.js";

/** So many tasks at most wait for the observing stage. */
const waitingLimit = 100;

/** Makes the page view of the decision stage a running client's core; it stays the same object. */
export function createCore(view: PageView, stages: Stages): Core {
  const { window, log, events } = view;
  const emitter = createEmitter<ClientEvents>(log);
  const consent = consentOf(view);
  const grantedByRecord = view.granted;
  let store: Promise<Store> | undefined;
  const core: Core = Object.assign(view, {
    stages,
    emitter,
    consent,
    tabs: openTabs(window),
    stopped: false,
    erased: Promise.resolve(),
    store: () => (store ??= stages.store().then(({ openStore }) => openStore(core))),
    observer: undefined,
    waiting: [],
    observe(task: Core["waiting"][number]) {
      // What is told while the visitor says no is not kept for a later yes.
      if (core.stopped || consent.get().personalization === "denied") return;
      if (!core.observer) {
        if (core.waiting.push(task) > waitingLimit) core.waiting.shift();
        return;
      }
      try {
        task(core.observer);
      } catch (error) {
        log("left out", error);
      }
    },
    close: () => void store?.then((opened) => opened.close()).catch(() => undefined), // never opened: nothing to close
    judged: false,
    // Until the machine has heard the stored record its "unknown" is no answer, and the record's own word stands.
    granted: () =>
      core.judged
        ? consent.gate.grant("personalization") !== undefined
        : grantedByRecord() && consent.get().personalization !== "denied",
    fault(element: Element) {
      core.faults.add(element);
      explainFaults(core);
    },
    notify(event: (typeof events)[number]) {
      if (event.kind === "met") emitter.emit("slot", event.decision);
      core.observe((observer) => observer.slot(event));
    },
  });
  for (const event of events.splice(0)) core.notify(event);
  return core;
}

function openTabs(window: PageView["window"]): BroadcastChannel | undefined {
  try {
    return new window.BroadcastChannel("heimspiel");
  } catch {
    return undefined; // a tab without a channel works alone, and learns of the others when it is loaded again
  }
}

function consentOf({ options, window, clock, log }: PageView): Consent {
  const { gpc: gpcMode, policyVersion } = options;
  return createConsent({
    clock,
    log,
    gpc: readGpc(window.navigator),
    ...(gpcMode && { gpcMode }),
    ...(policyVersion && { policyVersion }),
  });
}
