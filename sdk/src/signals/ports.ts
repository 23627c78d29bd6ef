import type { Clock } from "../kernel/index.js";
import type { Hear } from "./shop-events.js";
import type { Signal, SignalKind, Subject } from "./signal.js";

export type Emit = (signal: Signal) => void;

/** What a source may use. */
export interface SourcePorts {
  document: Document;
  window: Window;
  clock: Clock;
  /**
   * Tells that something happened on the page, with what it is about; false while that is not known. With facets of its own
   * it is told in any case.
   */
  tellOfPage: (kind: SignalKind, facets?: Record<string, string>) => boolean;
  /** Tells a signal of this page, made now. */
  tell: (signal: Pick<Signal, "kind"> & Subject) => void;
  /** Takes what an event of the dataLayer says of the page and the cart. */
  hear: Hear;
  /** When a kind of signal was last told, ms since 1970. */
  heard: Partial<Record<SignalKind, number>>;
  /** Runs a callback; what it throws is logged and never reaches the page. */
  guard: (run: () => void) => void;
  /** Listens until the end, guarded, and passive: without ever being able to hold the page up. */
  listen: (target: EventTarget, types: readonly string[], handler: (event: Event) => void) => void;
  /** The dataLayer's variable, and the index of the first entry to read. */
  layer: { name?: string; since?: number } | undefined;
  /** Aborted when the sources end. */
  end: AbortSignal;
}

/** Starts one source. */
export type Source = (ports: SourcePorts) => void;
