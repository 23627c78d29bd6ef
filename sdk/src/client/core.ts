import type { Consent } from "../consent/index.js";
import type { Explanation, TopicRow } from "../interests/index.js";
import type { Emitter, Stop, Store } from "../kernel/index.js";
import type { DeviceState } from "./device-state.js";
import type { Environment } from "./environment.js";
import type { PageFacts } from "./facts.js";
import type { Manifest } from "./manifest.js";
import type { Options } from "./options.js";
import type { Visit } from "./outcomes.js";
import type { Personalizer, SituationNow, SlotEvent } from "./personalizer.js";
import type { ClientEvents, Export, SignalInput } from "./public.js";
import type { Settings } from "./settings.js";

/** The observing stage, once it runs: signals, goals and private statistics. */
export interface Observer {
  signal(signal: SignalInput): void;
  goal(name: string): void;
  declare(name: string, value: string | number | boolean): void;
  slot(event: SlotEvent): void;
  export(): Promise<Export>;
  stop: Stop;
}

/** The stages that come after first paint, each a module of its own, fetched when first needed. */
export interface Stages {
  consent(): Promise<{ startConsentStage(core: Core): Stop }>;
  store(): Promise<{ openStore(core: Core): Store }>;
  observe(): Promise<{ startObserving(core: Core): Promise<void> }>;
  report(): Promise<{
    answerFor(core: Core, store: Store, visit: Visit): Promise<boolean>;
    sendDue(core: Core, store: Store): Promise<void>;
  }>;
  panel(): Promise<{
    explainSlot(core: Core, slot: string): Explanation | undefined;
    describeTopics(core: Core, language?: string): TopicRow[];
  }>;
  inspector(): Promise<{ explainAll(core: Core): void }>;
}

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
