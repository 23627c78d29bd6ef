import type { Signal } from "../signal.js";
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
}

export function visit(html: string, { url, layer, ...options }: Given = {}): Visit {
  const { document, window } = pageOf(html, url);
  if (layer) (window as Visit["window"]).dataLayer = layer;
  const time = createFakeTime();
  const told: Signal[] = [];
  const logged: string[] = [];
  const log = (message: string): void => void logged.push(message);
  const emit = (signal: Signal): void => void told.push(signal);
  const stop = startSources({ document, window, ...time, emit, log, ...options });
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
