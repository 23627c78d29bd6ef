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

type Ports = Omit<AdapterRun, "adapters">;

/**
 * Listens to the page's consent banners, also to those that load late, without polling: by their own events, by the
 * load event of every script, and whenever the page is loaded or looked at again. What a banner throws is logged once.
 * @example
 * const stop = startAdapters({ adapters: [vanillaCookieConsent({ window, log })], window, hear: ear.hear, log });
 */
export function startAdapters({ adapters, ...ports }: AdapterRun): Stop {
  const stops = adapters.map((adapter) => watch(adapter, ports));
  return () => stops.forEach((stop) => stop());
}

function watch(adapter: ConsentAdapter, ports: Ports): Stop {
  const { hear, reset, window } = ports;
  let unsubscribe: Stop | undefined;
  const guard = guarded(adapter.id, ports.log);
  const tell = (): void => {
    if (adapter.expired?.()) reset?.(adapter.id);
    else hear(adapter.id, adapter.read());
  };
  const check = guard(() => {
    if (!unsubscribe) {
      if (!adapter.detect()) return;
      tell();
      unsubscribe = adapter.subscribe(guard(tell));
    }
    tell(); // again: a banner may have changed its mind between the first reading and the subscription
  });
  const forget = listenFor(window, adapter.announcedBy ?? [], check);
  check();
  return () => {
    forget();
    guard(() => unsubscribe?.())();
    unsubscribe = () => undefined;
  };
}

/** Listens for everything after which a banner may be there, or may say something else. */
function listenFor(window: Window, announcements: readonly string[], check: () => void): Stop {
  const { document } = window;
  // Load events do not bubble, but they are captured on their way down.
  const loaded = ({ target }: Event): void => {
    if ((target as Partial<Element> | null)?.localName === "script") check();
  };
  const listening = new AbortController();
  const { signal } = listening;
  for (const type of ["load", "pageshow", ...announcements]) window.addEventListener(type, check, { signal });
  for (const type of ["DOMContentLoaded", "visibilitychange"])
    document.addEventListener(type, check, { signal });
  document.addEventListener("load", loaded, { capture: true, signal });
  return () => listening.abort();
}

/** Runs a banner's code so that what it throws stays here; said once for each message. */
function guarded(id: string, log: Log): (call: () => void) => () => void {
  const said = new Set<string>();
  return (call) => () => {
    try {
      call();
    } catch (error) {
      if (said.has(String(error))) return;
      said.add(String(error));
      log(`the consent banner "${id}" threw`, error);
    }
  };
}
