import { readGpc } from "../consent/adapters/gpc.js";
import { createConsent, type Consent } from "../consent/index.js";
import { muted, resting } from "../interests/index.js";
import { createEmitter, type Emitter, type Store } from "../kernel/index.js";
import type { DeviceState } from "./device.js";
import type { Environment } from "./environment.js";
import { explainFaults } from "./faults.js";
import { gatherFacts, type PageFacts } from "./facts.js";
import type { Observer } from "./observe-stage.js";
import type { Manifest } from "./manifest.js";
import type { Options } from "./options.js";
import { createPersonalizer, type Personalizer, type SituationNow } from "./personalizer.js";
import type { ClientEvents } from "./public.js";
import { settingsOf, type Settings } from "./settings.js";
import { fillText } from "../slots/index.js";
import type { Stages } from "./stages.js";

type Task = (observer: Observer) => void;

/** The parts of one running client, put together; every stage works on these. */
export interface Core extends Environment {
  options: Options;
  stages: Stages;
  consent: Consent;
  /** The line to the other tabs; missing where the browser has none. */
  tabs: BroadcastChannel | undefined;
  emitter: Emitter<ClientEvents>;
  personalizer: Personalizer;
  settings: Settings;
  page: PageFacts;
  /** What the device knows of its visitor; `undefined` while nothing may be used. */
  state: DeviceState | undefined;
  /** False until it is known whether the visitor has consented; slots wait for it. */
  ready: boolean;
  painted: boolean;
  /** Elements whose attributes cannot be read, not yet explained to the merchant. */
  faults: Set<Element>;
  stopped: boolean;
  /** What decisions are made on, or `undefined` without a grant. */
  situation: SituationNow;
  /** Decides all that may still change; the observing stage calls it when something has been learned. */
  decide(): void;
  /** Settles when what was to be erased is. */
  erased: Promise<void>;
  /** The device's store, loaded and opened when first needed. */
  store(): Promise<Store>;
  /** Puts a manifest in force. */
  use(manifest: Manifest): void;
  observer: Observer | undefined;
  /** Tasks for the observing stage, until it runs. */
  waiting: Task[];
  /** Hands a task to the observing stage: now, or once it runs, if it ever does. */
  observe(task: Task): void;
}

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
