import type { Log, Stop } from "../../kernel/index.js";
import type { ConsentAdapter } from "../adapter.js";
import type { Reading } from "../choice.js";

/** What listening to banners needs. */
export interface AdapterRun {
  adapters: readonly ConsentAdapter[];
  window: Window;
  /** Takes what an adapter reads. */
  hear: (source: string, reading: Reading) => void;
  /** Takes that a banner has no valid choice any more. */
  reset?: (source: string) => void;
  log: Log;
}

/** After these a banner may be there, or may say something else. */
const signs = ["load", "pageshow", "DOMContentLoaded", "visibilitychange"];

/**
 * Listens to the page's consent banners, also to those that load late, without polling: by their own events, by the
 * load event of every script, and whenever the page is loaded or looked at again. What a banner throws is logged once; what
 * one still says after the stop is not heard.
 * @example
 * const stop = startAdapters({ adapters: [vanillaCookieConsent({ window, log })], window, hear: ear.hear, log });
 */
export function startAdapters({ adapters, ...ports }: AdapterRun): Stop {
  const stops = adapters.map((adapter) => watch(adapter, ports));
  return () => stops.forEach((stop) => stop());
}

function watch(adapter: ConsentAdapter, { hear, reset, window, log }: Omit<AdapterRun, "adapters">): Stop {
  const { id, announcedBy = [] } = adapter;
  const listening = new AbortController();
  const { signal } = listening;
  // In the capture phase events of the document reach the window too, bubbling or not.
  const options = { capture: true, signal };
  let unsubscribe: Stop | undefined;
  const guard = guarded(id, log, signal);
  const tell = (): void => {
    if (adapter.expired?.()) reset?.(id);
    else hear(id, adapter.read());
  };
  const check = guard(() => {
    if (!unsubscribe) {
      if (!adapter.detect()) return;
      tell();
      unsubscribe = adapter.subscribe(guard(tell));
    }
    tell(); // again: a banner may have changed its mind between the first reading and the subscription
  });
  for (const type of [...signs, ...announcedBy]) window.addEventListener(type, check, options);
  // The load events of scripts stay below the window.
  const loaded = ({ target }: Event): void => {
    if ((target as Partial<Element> | null)?.localName === "script") check();
  };
  window.document.addEventListener("load", loaded, options);
  check();
  return () => {
    guard(() => unsubscribe?.())();
    listening.abort();
  };
}

/** Runs a banner's code so that what it throws stays here; said once for each message. */
function guarded(id: string, log: Log, signal: AbortSignal): (call: () => void) => () => void {
  const said = new Set<string>();
  return (call) => () => {
    try {
      if (!signal.aborted) call();
    } catch (error) {
      if (said.has(String(error))) return;
      said.add(String(error));
      log(`consent: ${id} threw`, error);
    }
  };
}
