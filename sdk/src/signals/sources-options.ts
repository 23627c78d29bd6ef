import type { Clock, Log } from "../kernel/index.js";
import type { More } from "./more.js";
import type { ReadOptions } from "./page-facts.js";
import type { Emit } from "./ports.js";
import type { CartStep } from "./shop-events.js";
import type { Signal } from "./signal.js";
import type { Idle } from "./slices.js";

/** What the sources of one page need, and which of them are wanted. */
export interface SourcesOptions extends Omit<ReadOptions, "now" | "url"> {
  document: Document;
  window: Window;
  clock: Clock;
  /** Hears of every signal. */
  emit: Emit;
  /** Hears of every signal as it is told, before any is left out as a repeat or waits for a better one. */
  overhear?: (signal: Signal) => void;
  /** Hears what type of page it is: "product", "list", "cart". */
  onType?: (type: string) => void;
  /** Hears what becomes of the cart. */
  onCart?: (step: CartStep) => void;
  log: Log;
  /** Identity of the page; its path when absent. */
  page?: string;
  /** The variable's name, and the index of the first entry to read: earlier ones belong to an earlier page of the app. */
  dataLayer?: { name?: string; since?: number };
  /** Loads what few pages need, once such a page has been found; without it such pages are read as far as possible. */
  more?: () => Promise<More>;
  /** Runs a task when the page is idle; the browser's own idle time when absent. */
  idle?: Idle;
}
