import type { Store } from "../kernel/index.js";
import { createStore } from "../storage/index.js";
import type { Core } from "./core.js";
import { whenSuspended } from "./environment.js";

export { keepUp } from "./keep-up.js";
export { keepManifest } from "./keep-manifest.js";

/** The page's store. Every write and the erase go through it; the first paint reads without it. */
export function openStore({ window, consent, log }: Core): Store {
  return createStore({
    indexedDB: () => window.indexedDB,
    locks: window.navigator.locks,
    isLive: consent.gate.isLive,
    onSuspend: (abort) => whenSuspended(window, abort),
    log,
  });
}
