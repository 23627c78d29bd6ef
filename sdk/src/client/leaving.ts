import type { Stop } from "../kernel/index.js";
import { listen, whenSuspended } from "./environment.js";

/** The part of a NavigateEvent that is used; TypeScript's DOM library does not have it in every version. */
interface Navigating extends Event {
  destination: { url: string; sameDocument: boolean };
  downloadRequest: string | null;
}

/**
 * Calls `ended` when the visit does: the page is hidden, and not because another page of this site is coming.
 * That one is coming the Navigation API tells, elsewhere a click on a link or a form being sent:
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api
 */
export function watchVisitEnd(window: Window, ended: () => void): Stop {
  const { document, location } = window;
  const { navigation } = window as { navigation?: EventTarget };
  let leaving = false;
  const stay = (): void => void (leaving = false);
  const goes = (address: string): void => {
    leaving = originOf(address, location.href) === location.origin;
  };
  const stops = [
    listen(window, "pageshow", stay),
    // There is no time left for answers: the next visit gives them.
    whenSuspended(window, () => void (leaving = true)),
    listen(document, "visibilitychange", () => {
      if (document.visibilityState === "hidden" && !leaving) ended();
    }),
  ];
  if (navigation) {
    for (const name of ["navigatesuccess", "navigateerror"]) stops.push(listen(navigation, name, stay));
    const navigates = (event: Event): void => {
      const { destination, downloadRequest } = event as Navigating;
      if (!destination.sameDocument && (downloadRequest ?? null) === null) goes(destination.url);
    };
    stops.push(listen(navigation, "navigate", navigates));
  } else stops.push(...watchClicks(document, goes));
  return () => stops.forEach((stop) => stop());
}

/** In the bubble phase, at the document: by then the page has said whether it keeps the event to itself. */
function watchClicks(document: Document, goes: (address: string) => void): Stop[] {
  const clicked = (event: Event): void => {
    const { ctrlKey, metaKey, shiftKey, target, defaultPrevented } = event as MouseEvent;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
    const elsewhere =
      ctrlKey || metaKey || shiftKey || link?.target === "_blank" || link?.hasAttribute("download");
    const here = link?.getAttribute("href")?.startsWith("#");
    if (link && !here && !elsewhere && !defaultPrevented) goes(link.href);
  };
  const sent = ({ target, defaultPrevented }: Event): void => {
    if (!defaultPrevented) goes((target as HTMLFormElement).action);
  };
  return [listen(document, "click", clicked, false), listen(document, "submit", sent, false)];
}

function originOf(address: string, base: string): string | undefined {
  try {
    return new URL(address, base).origin;
  } catch {
    return undefined; // an address that is none leads nowhere
  }
}
