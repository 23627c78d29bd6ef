import type { Stop } from "../kernel/index.js";
import { listen } from "./environment.js";

/**
 * Tabs tell each other here that the state was written. Not on the channel of consent: a message ends the life of every page in
 * the back/forward cache that has its channel open. A withdrawal has to do that; what a visitor looked at must not.
 */
function openChannel(window: Window & typeof globalThis): BroadcastChannel | undefined {
  try {
    return new window.BroadcastChannel("heimspiel-state");
  } catch {
    return undefined; // a tab without a channel looks again when the visitor comes back to it
  }
}

/** Tells the other tabs. */
export function tellWritten(window: Window & typeof globalThis): void {
  const channel = openChannel(window);
  channel?.postMessage(0);
  channel?.close();
}

/** Hears of it from the other tabs, while this page is open and not in the back/forward cache. */
export function hearWritten(window: Window & typeof globalThis, written: () => void): Stop {
  let channel: BroadcastChannel | undefined;
  const close = (): void => channel?.close();
  const open = (): void => {
    close();
    channel = openChannel(window);
    channel?.addEventListener("message", written);
  };
  open();
  const stops = [listen(window, "pagehide", close), listen(window, "pageshow", open), close];
  return () => stops.forEach((stop) => stop());
}
