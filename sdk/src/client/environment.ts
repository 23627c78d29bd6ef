import type { Clock, Log, Random, Stop } from "../kernel/index.js";

/** The browser, as ports. */
export interface Environment {
  window: Window & typeof globalThis;
  clock: Clock;
  random: Random;
  log: Log;
}

/** The ports of a real browser; every call draws on the window given. */
export function browserEnvironment(window: Window & typeof globalThis): Environment {
  return {
    window,
    clock: () => Date.now(),
    random: () => window.crypto.getRandomValues(new Uint32Array(1))[0] as number,
    log: (message, ...details) => window.console.warn(`[heimspiel] ${message}`, ...details),
  };
}

/** Listens, by default in the capture phase, where the page cannot keep an event to itself; returns what ends it. */
export function listen(
  target: EventTarget,
  name: string,
  listener: (event: Event) => void,
  capture = true,
): Stop {
  const options = { capture, passive: true };
  target.addEventListener(name, listener, options);
  return () => target.removeEventListener(name, listener, options);
}

/**
 * Whether a page that is left is put aside at once, with all it has under way, as WebKit does: a write that it begins then never takes
 * place, and a transaction that is not finished blocks those of every other page. Chromium and Firefox let both end.
 */
export const stopsAtOnce = ({ navigator }: Window): boolean => navigator.vendor.startsWith("Apple");

/** Calls when the page is put aside so. */
export const whenSuspended = (window: Window, then: () => void): Stop =>
  listen(window, "pagehide", ({ persisted }: Event & { persisted?: boolean }) => {
    if (persisted && stopsAtOnce(window)) then();
  });

/** Settles once the first frame has been painted and the page is idle. */
export const afterPaint = (window: Window): Promise<unknown> =>
  new Promise<unknown>((painted) => {
    window.requestAnimationFrame(() =>
      setTimeout(() => {
        // Safari has no requestIdleCallback; a task after the frame is the nearest thing.
        ((window as Partial<Window>).requestIdleCallback ?? painted)(painted);
      }),
    );
  });
