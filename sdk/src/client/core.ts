import type { AdapterOptions } from "../consent/adapters/index.js";
import type { Consent, ConsentAdapter, Ear } from "../consent/index.js";
import type { WarningView } from "../inspector/index.js";
import type { Adjustment, Explanation, TopicRow } from "../interests/index.js";
import type { Emitter, Stop, Store } from "../kernel/index.js";
import type { More } from "../signals/index.js";
import type { SentAnswer } from "../statistics/index.js";
import type { Device } from "./device-state.js";
import type { PageFacts } from "./facts.js";
import type { Manifest } from "./manifest.js";
import type { PageView } from "./page-view.js";
import type { Run, SlotEvent } from "./personalizer.js";
import type { answersOf } from "./quiz.js";
import type { ClientEvents, Export, Intensity, SignalInput } from "./public.js";

/** The learning half of the interest model, loaded beside the observing stage; what decides is in the first stage. */
export type Model = typeof import("./learn-stage.js");

/** The observing stage, once it runs: signals, goals and private statistics. */
export interface Observer {
  signal(signal: SignalInput): void;
  goal(name: string): void;
  declare(name: string, value: string | number | boolean): void;
  slot(event: SlotEvent): void;
  /** For what the visitor changes by hand. */
  device: Device;
  stop: Stop;
}

/** The reporting stage, once it runs: follows what becomes of slots, and answers for it. */
export interface Measuring {
  goals(names: readonly string[]): void;
  met(run: Run): void;
  reached(slot: string, variant: string, what: "seen" | "clicked"): void;
  stop: Stop;
}

/** The stages that come after first paint, each a module of its own, fetched when first needed. */
export interface Stages {
  consent(): Promise<{ startConsentStage(core: Core): Stop }>;
  "consent-more"(): Promise<{ moreAdapters(options: AdapterOptions): ConsentAdapter[] }>;
  "consent-ui"(): Promise<{ startBanner(core: Core): void }>;
  manifest(): Promise<{ loadManifest(core: Core, url: string): Promise<Manifest> }>;
  store(): Promise<{
    openStore(core: Core): Store;
    keepUp(core: Core, store: Store, device: Device): Stop;
    keepManifest(core: Core, store: Store): Promise<void>;
  }>;
  observe(): Promise<{
    startObserving(core: Core, model: Model): Promise<void>;
    readContext(core: Core, model: Model): PageFacts;
  }>;
  learn(): Promise<Model>;
  "signals-more"(): Promise<{ more: More }>;
  visitor(): Promise<{
    startQuizStage(core: Core): Stop;
    noteArrival(core: Core, device: Device): void;
    answersOf: typeof answersOf;
  }>;
  model(): Promise<{ keepModel(core: Core, store: Store): Promise<void> }>;
  report(): Promise<{ startMeasuring(core: Core, store: Store, device: Device, model: Model): Measuring }>;
  why(): Promise<{ showReasons(core: Core): void }>;
  preferences(): Promise<{
    startPreferences(core: Core): Promise<void>;
    tellSent(core: Core, language?: string): Promise<SentAnswer[]>;
  }>;
  recap(): Promise<{ startRecap(core: Core): void }>;
  exchange(): Promise<{ startExchange(core: Core): void }>;
  panel(): Promise<{
    explain(core: Core, slot: string): Explanation | undefined;
    describe(core: Core, language?: string): TopicRow[];
    recount(core: Core): string[];
    adjust(core: Core, topic: string, how: Adjustment): void;
    rest(core: Core, slot: string): void;
    intensity(core: Core, level?: Intensity): Intensity;
    look: string;
    openReasons(core: Core, slot: HTMLElement, opener: HTMLElement): void;
  }>;
  inspector(): Promise<{ explainAll(core: Core): void }>;
  inspect(): Promise<{ inspect(core: Core): Promise<void> }>;
  lint(): Promise<{ lintHere(core: Core): Promise<WarningView[]> }>;
}

type Task = (observer: Observer) => void;

/** The parts of one running client, put together; every later stage works on these. */
export interface Core extends PageView {
  stages: Stages;
  consent: Consent;
  /** Through which banners and other tabs are heard. */
  ear: Ear;
  /** The line to the other tabs; missing where the browser has none. */
  tabs: BroadcastChannel | undefined;
  emitter: Emitter<ClientEvents>;
  stopped: boolean;
  /** Whether the consent machine has heard what was stored; from then on its word alone counts. */
  judged: boolean;
  /** Whether it is our own banner that asks the visitor. */
  asks: boolean;
  /** Settles when what was to be erased is. */
  erased: Promise<void>;
  /** Closes the store's connection, if it was opened. */
  close: Stop;
  /** The device's store, loaded and opened when first needed. */
  store(): Promise<Store>;
  /** Whether it has been needed on this page. */
  touched(): boolean;
  /** The manifest, fetched when first asked for; `undefined` when there is none to be had. Never rejects. */
  manifest(): Promise<Manifest | undefined>;
  /** Everything kept on this device. */
  exportData(): Promise<Export>;
  observer: Observer | undefined;
  /** Gives a slot its "why am I seeing this?", once that is loaded. */
  putWhy?: (slot: HTMLElement, place: string) => void;
  /** Tasks for the observing stage, until it runs. */
  waiting: Task[];
  /** Hands a task to the observing stage: now, or once it runs, if it ever does. */
  observe(task: Task): void;
}
