import type { Stop } from "../kernel/index.js";
import { listen } from "./environment.js";

/**
 * Calls `ended` when the visit does: the page is hidden, and not because another page of this site is coming.
 * That one is coming the Navigation API tells, elsewhere a click on a link or a form being sent:
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api
 */
export function watchVisitEnd(window: Window, ended: () => void): Stop {
  const { document, location } = window;
  const { navigation } = window as { navigation?: EventTarget };
  let leaving = false;
  const goes = (address: string): void => {
    leaving = new URL(address, location.href).origin === location.origin;
  };
  const stops = [
    listen(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden" && !leaving) ended();
    }),
    listen(window, "pageshow", () => void (leaving = false)),
  ];
  if (navigation) {
    stops.push(
      listen(navigation, "navigate", (event) =>
        goes((event as Event & { destination: { url: string } }).destination.url),
      ),
    );
  } else {
    stops.push(
      listen(document, "click", ({ target, defaultPrevented }) => {
        const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
        if (link && !defaultPrevented && link.target !== "_blank") goes(link.href);
      }),
      listen(document, "submit", ({ target }) => goes((target as HTMLFormElement).action)),
    );
  }
  return () => stops.forEach((stop) => stop());
}
