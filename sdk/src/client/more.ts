import type { Facts, Language } from "../audiences/index.js";
import type { Situation } from "../decisions/index.js";
import type { DeviceState } from "./device-state.js";
import type { Environment } from "./environment.js";
import type { Settings } from "./settings.js";

/** Keeps the texts and lists of one page view. */
export interface Parts {
  /**
   * Fills a text with what was declared, or puts a list in the visitor's order.
   * @param since when it was met, on the timeline's clock
   */
  settle(part: HTMLElement, facts: Facts, since: number): void;
  /** Puts every default back. */
  revertAll(): void;
}

/** What few pages need before they can be decided: `more.js`. */
export interface More {
  language: Language;
  createParts(window: Window): Parts;
  best: NonNullable<Situation["best"]>;
  /** What the device knows, with the campaign that the page's address names. */
  arrive(state: DeviceState, view: Environment & { settings: Settings }): DeviceState;
}
