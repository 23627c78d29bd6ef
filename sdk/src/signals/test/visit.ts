import type { Signal } from "../signal.js";
import { more } from "../more.js";
import { startSources, type SourcesOptions } from "../start-sources.js";
import { pageOf } from "./page.js";
import { createFakeTime, type FakeTime } from "./time.js";

/** A page with all sources started, and what they told. */
export interface Visit extends FakeTime {
  told: Signal[];
  logged: string[];
  document: Document;
  window: Window & { dataLayer?: unknown[] };
  fire(target: EventTarget | null, type: string, init?: EventInit): Event;
  stop(): void;
}

export interface Given extends Partial<SourcesOptions> {
  url?: string;
  layer?: unknown[];
  /** What the page's own script has set. */
  globals?: object;
}

/** A promise that has been kept and tells so at once: what a test can look at without waiting. */
const kept = <T>(value: T): Promise<T> =>
  ({ then: <R>(next: (value: T) => R) => kept(next(value)) }) as unknown as Promise<T>;

/** Idle at once, with everything loaded. */
export const atOnce: Required<Pick<SourcesOptions, "idle" | "more">> = {
  idle: (task) => {
    task();
    return () => undefined;
  },
  more: () => kept(more),
};

export function visit(html: string, { url, layer, globals, ...options }: Given = {}): Visit {
  const { document, window } = pageOf(html, url);
  if (layer) (window as Visit["window"]).dataLayer = layer;
  Object.assign(window, globals);
  const time = createFakeTime();
  const told: Signal[] = [];
  const logged: string[] = [];
  const log = (message: string): void => void logged.push(message);
  const emit = (signal: Signal): void => void told.push(signal);
  const stop = startSources({ document, window, ...time, ...atOnce, emit, log, ...options });
  const fire: Visit["fire"] = (target, type, init) => {
    const event = new (window as unknown as typeof globalThis).Event(type, {
      bubbles: true,
      cancelable: true,
      ...init,
    });
    target?.dispatchEvent(event);
    return event;
  };
  return { ...time, told, logged, document, window: window, fire, stop };
}

/** The signals in short: kind and topic ids. */
export const kinds = ({ told }: Visit): string[] =>
  told.map(({ kind, topics }) => [kind, ...topics.map((t) => (typeof t === "string" ? t : t.id))].join(" "));
