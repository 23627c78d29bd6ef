import type { Language } from "../audiences/index.js";
import type { Situation } from "../decisions/index.js";
import type { Stop } from "../kernel/index.js";
import type { DeviceState } from "./device-state.js";
import type { Environment } from "./environment.js";
import type { PageFacts } from "./facts.js";
import type { Manifest } from "./manifest.js";
import type { Parts } from "./more.js";
import type { Options } from "./options.js";
import type { Personalizer, SituationNow, SlotEvent } from "./personalizer.js";
import type { Settings } from "./settings.js";

/** One page view in the decision stage: what it takes to restore, decide and show, before the first paint. */
export interface PageView extends Environment {
  options: Options;
  personalizer: Personalizer;
  settings: Settings;
  page: PageFacts;
  /** The consent record as it was stored, of any shape; `null` where there is a database without one. */
  record?: unknown;
  /** Settles when it is known what was stored. */
  restored: Promise<void>;
  /** What the device knows of its visitor; `undefined` while nothing may be used. */
  state?: DeviceState | undefined;
  /** What stands in for it before a choice, where the shop allows facts of this page view: empty, never kept. */
  blank?: DeviceState | undefined;
  /** False until it is known whether the visitor has consented; slots wait for it. */
  ready: boolean;
  /** Elements whose attributes cannot be read, not yet explained to the merchant. */
  faults: Set<Element>;
  /** What has happened to slots, until the client stage listens. */
  events: SlotEvent[];
  /** Whether the visitor's interests may be used now: by the stored record, and by the consent machine once it runs. */
  granted(): boolean;
  notify(event: SlotEvent): void;
  /** Hears of an element whose attributes cannot be read. */
  fault(element: Element): void;
  /** What decisions are made on, or `undefined` without a grant. */
  situation: SituationNow;
  /** Decides all that may still change. */
  decide(): void;
  /**
   * Decides a slot, text or list that is whole; one that is known already stays as it is.
   * @param since when it can first have been painted, on the timeline's clock; 0 for one that has long been there
   */
  take(part: HTMLElement, since: number): void;
  /** Loads what few pages need before they can be decided; all is decided again when it has come. */
  need(): void;
  /** Settles when what was asked for has come, or cannot be had. */
  needed: Promise<void>;
  /** Whether all decisions wait for that. */
  waits(): boolean;
  /** The condition language, as far as it is loaded. */
  language: Language;
  /** Puts the variants of `best` slots in order, once it is loaded. */
  best?: Situation["best"];
  /** The texts and lists, once what they need is loaded. */
  parts?: Parts;
  /** Puts a manifest in force. */
  use(manifest: Manifest): void;
  stop: Stop;
}
