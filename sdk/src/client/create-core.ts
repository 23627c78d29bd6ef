import { readGpc } from "../consent/adapters/gpc.js";
import { createConsent, type Consent } from "../consent/index.js";
import { muted, resting } from "../interests/index.js";
import { createEmitter, type Store } from "../kernel/index.js";
import { fillText } from "../slots/index.js";
import type { Core, Stages } from "./core.js";
import type { Environment } from "./environment.js";
import { gatherFacts } from "./facts.js";
import { explainFaults } from "./faults.js";
import type { Options } from "./options.js";
import { createPersonalizer, type SituationNow } from "./personalizer.js";
import type { ClientEvents } from "./public.js";
import { settingsOf } from "./settings.js";

/** So many tasks at most wait for the observing stage. */
const waitingLimit = 100;

/** Puts the rooms together; starts nothing. */
export function createCore(options: Options, stages: Stages, environment: Environment): Core {
  const { window, log } = environment;
  const emitter = createEmitter<ClientEvents>(log);
  let store: Promise<Store> | undefined;
  const core: Core = {
    ...environment,
    options,
    stages,
    emitter,
    consent: consentOf(options, environment),
    tabs: openTabs(window),
    personalizer: createPersonalizer({
      window,
      ready: () => core.ready,
      fault(element) {
        core.faults.add(element);
        if (core.painted) explainFaults(core);
      },
      situation: () => core.situation(),
      notify(event) {
        if (event.kind === "met") emitter.emit("slot", event.decision);
        core.observe((observer) => observer.slot(event));
      },
    }),
    settings: settingsOf(typeof options.manifest === "object" ? options.manifest : {}, log),
    page: {},
    state: undefined,
    ready: false,
    painted: false,
    faults: new Set(),
    stopped: false,
    situation: () => situationOf(core),
    decide() {
      core.personalizer.decideAll();
      const declared = core.situation()?.facts["declared"] as Record<string, unknown> | undefined;
      if (declared && Object.keys(declared).length > 0) fillText(window.document, declared);
    },
    erased: Promise.resolve(),
    store: () => (store ??= stages.store().then(({ openStore }) => openStore(core))),
    use(manifest) {
      core.settings = settingsOf(manifest, log);
    },
    observer: undefined,
    waiting: [],
    observe(task) {
      if (core.observer) task(core.observer);
      else if (core.waiting.push(task) > waitingLimit) core.waiting.shift();
    },
  };
  return core;
}

function openTabs(window: Environment["window"]): BroadcastChannel | undefined {
  try {
    return new window.BroadcastChannel("heimspiel");
  } catch {
    return undefined; // a tab without a channel works alone, and learns of the others when it is loaded again
  }
}

function consentOf({ gpc: gpcMode, policyVersion }: Options, { window, clock, log }: Environment): Consent {
  return createConsent({
    clock,
    log,
    gpc: readGpc(window.navigator),
    ...(gpcMode && { gpcMode }),
    ...(policyVersion && { policyVersion }),
  });
}

function situationOf({ state, consent, settings, page, clock, window }: Core): ReturnType<SituationNow> {
  if (!state || !consent.gate.grant("personalization")) return undefined;
  const { policy, personas, manifest } = settings;
  const { profile, memory } = state;
  const now = clock();
  return {
    facts: gatherFacts({ profile, policy, personas, page, now, window }),
    memory,
    resting: resting(profile, now, policy),
    muted: muted(profile),
    now,
    visitStart: profile.visit.start,
    tact: manifest.tact ?? {},
  };
}
