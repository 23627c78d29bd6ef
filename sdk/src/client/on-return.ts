import type { Stop } from "../kernel/index.js";
import { listen } from "./environment.js";

/** Calls back when the page comes back, from the back/forward cache or from behind another tab, where it may have missed something. */
export function onReturn(window: Window, back: () => void): Stop {
  const { document } = window;
  const stops = [
    listen(document, "visibilitychange", () => {
      if (document.visibilityState === "visible") back();
    }),
    listen(window, "pageshow", (event) => {
      if ((event as PageTransitionEvent).persisted) back();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
