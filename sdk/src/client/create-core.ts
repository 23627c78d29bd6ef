import { rank } from "../consent/adapters/rank.js";
import { createConsent, createEar, purposes, type Consent } from "../consent/index.js";
import { createEmitter, type Store } from "../kernel/index.js";
import type { Core, Stages } from "./core.js";
import { exportData } from "./export-data.js";
import { explainFaults } from "./faults.js";
import type { Manifest } from "./manifest.js";
import { signalled } from "./options.js";
import type { PageView } from "./page-view.js";
import type { ClientEvents } from "./public.js";

type Task = Core["waiting"][number];

/** So many tasks at most wait for the observing stage. */
const waitingLimit = 100;

/** Makes the page view of the decision stage a running client's core; it stays the same object. */
export function createCore(view: PageView, stages: Stages): Core {
  const { window, log, events } = view;
  const emitter = createEmitter<ClientEvents>(log);
  const consent = consentOf(view);
  const grantedByRecord = view.granted;
  let store: Promise<Store> | undefined;
  let manifest: Promise<Manifest | undefined> | undefined;
  const core: Core = Object.assign(view, {
    stages,
    emitter,
    consent,
    ear: createEar(consent, rank),
    tabs: openTabs(window),
    stopped: false,
    asks: false,
    erased: Promise.resolve(),
    store: () => (store ??= stages.store().then(({ openStore }) => openStore(core))),
    touched: () => store !== undefined,
    manifest: () => (manifest ??= manifestOf(core)),
    exportData: () => exportData(core),
    observer: undefined,
    waiting: [],
    observe: (task: Task) => observeOn(core, task),
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
      if (event.run.shown) offerReason(core);
    },
  });
  for (const event of events.splice(0)) core.notify(event);
  return core;
}

/** Once a slot is personalized, the visitor can ask why. */
function offerReason(core: Core): void {
  core.stages.why().then(
    ({ showReasons }) => showReasons(core),
    (error: unknown) => core.log("why.js", error),
  );
}

function observeOn({ stopped, observer, waiting, consent, log }: Core, task: Task): void {
  // What is told while the visitor says no is not kept for a later yes.
  if (stopped || consent.get().personalization === "denied") return;
  if (!observer) {
    if (waiting.push(task) > waitingLimit) waiting.shift();
    return;
  }
  try {
    task(observer);
  } catch (error) {
    log("left out", error);
  }
}

/** Fetches the manifest, where there is an address of one. */
async function manifestOf(core: Core): Promise<Manifest | undefined> {
  const { options, stages, log } = core;
  if (typeof options.manifest !== "string" || !options.manifest) return undefined;
  try {
    return await (await stages.manifest()).loadManifest(core, options.manifest);
  } catch (error) {
    log(`${options.manifest} is left out`, error);
    return undefined;
  }
}

function openTabs(window: PageView["window"]): BroadcastChannel | undefined {
  try {
    return new window.BroadcastChannel("heimspiel");
  } catch {
    return undefined; // a tab without a channel works alone, and learns of the others when it is loaded again
  }
}

function consentOf({ options, window, clock, log }: PageView): Consent {
  const { gpc: gpcMode, policyVersion, implicit = "" } = options;
  const presumed = purposes.filter((purpose) => implicit.split(" ").includes(purpose));
  return createConsent({
    clock,
    log,
    gpc: signalled(window.navigator, options),
    implicit: Object.fromEntries(presumed.map((purpose) => [purpose, "granted"])),
    ...(gpcMode && { gpcMode }),
    ...(policyVersion && { policyVersion }),
  });
}
