import type { Stop } from "../kernel/index.js";
import { listen } from "./environment.js";

/** The part of the Navigation API that is used; TypeScript's DOM library does not have it in every version. */
export interface Navigation extends EventTarget {
  transition: { finished: Promise<unknown> } | null;
}

type Method = "pushState" | "replaceState";

/**
 * Calls `turned` when the page's own script has gone to another page without loading one: the path is another, or a new
 * entry of the history has another query. A new hash, or a query tidied up in place, is no new page. Called in the very task
 * of the navigation, the address being the new one.
 *
 * By the Navigation API, https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api, elsewhere by
 * `popstate` and the two functions of `history` that no event tells of.
 * @example const stop = watchNavigation(window, () => console.log(location.pathname));
 */
export function watchNavigation(window: Window, turned: () => void): Stop {
  const { location } = window;
  const { navigation } = window as { navigation?: Navigation };
  let { pathname, search } = location;
  const look = (isReplaced: boolean): void => {
    const isNew = location.pathname !== pathname || (!isReplaced && location.search !== search);
    ({ pathname, search } = location);
    if (isNew) turned();
  };
  if (navigation)
    return listen(navigation, "currententrychange", (event) =>
      look((event as Event & { navigationType?: string | null }).navigationType === "replace"),
    );
  const stops = [
    listen(window, "popstate", () => look(false)),
    follow(window.history, "pushState", () => look(false)),
    follow(window.history, "replaceState", () => look(true)),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Calls back after each call of a method. Whoever wraps it after us keeps working: ours then only passes through. */
function follow(history: History, method: Method, called: () => void): Stop {
  let live = true;
  const before = history[method];
  const ours: History[Method] = (...args) => {
    before.apply(history, args);
    if (live) called();
  };
  history[method] = ours;
  return () => {
    live = false;
    if (history[method] === ours) history[method] = before;
  };
}
