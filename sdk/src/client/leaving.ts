import type { Stop } from "../kernel/index.js";

/** The part of the Navigation API that is used; TypeScript's DOM library does not have it in every version. */
interface NavigationLike extends EventTarget {
  readonly activation?: unknown;
}

/**
 * Knows whether a navigation to another page of the same site is under way.
 * Navigation API where there is one, else clicks on links and submitted forms:
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api
 */
function watchLeaving(window: Window): { now: () => boolean; stop: Stop } {
  let leaving = false;
  const { document, location } = window;
  const navigation = (window as { navigation?: NavigationLike }).navigation;
  const goes = (address: string): void => {
    leaving = new URL(address, location.href).origin === location.origin;
  };
  const navigates = (event: Event): void =>
    goes((event as Event & { destination: { url: string } }).destination.url);
  const clicks = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : undefined;
    if (link && !event.defaultPrevented && link.target !== "_blank") goes(link.href);
  };
  const submits = (event: Event): void => goes((event.target as HTMLFormElement).action);
  const stays = (): void => void (leaving = false);
  const listeners: [EventTarget, string, (event: Event) => void][] = [
    [window, "pageshow", stays],
    ...(navigation
      ? ([[navigation, "navigate", navigates]] as [EventTarget, string, (event: Event) => void][])
      : ([
          [document, "click", clicks],
          [document, "submit", submits],
        ] as [EventTarget, string, (event: Event) => void][])),
  ];
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener);
  return {
    now: () => leaving,
    stop: () => {
      for (const [target, name, listener] of listeners) target.removeEventListener(name, listener);
    },
  };
}

/** Calls `ended` when the visit does: the page is hidden, and not because another page of this site is coming. */
export function watchVisitEnd(window: Window, ended: () => void): Stop {
  const leaving = watchLeaving(window);
  const hidden = (): void => {
    if (window.document.visibilityState === "hidden" && !leaving.now()) ended();
  };
  window.document.addEventListener("visibilitychange", hidden);
  return () => {
    leaving.stop();
    window.document.removeEventListener("visibilitychange", hidden);
  };
}
