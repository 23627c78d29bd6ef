import { Window as HappyWindow } from "happy-dom";

/** A page of its own, with the classes of its own window; nothing in it navigates. */
export interface Page {
  window: Window & typeof globalThis;
  document: Document;
}

/** Makes a page from the body's HTML. */
export function pageWith(html = "", url = "https://shop.example/start"): Page {
  const settings = { navigation: { disableMainFrameNavigation: true, disableChildPageNavigation: true } };
  const window = new HappyWindow({ url, settings });
  window.document.write(`<body>${html}</body>`);
  return {
    window: window as unknown as Page["window"],
    document: window.document as unknown as Document,
  };
}

/** Hides or shows the document, as a browser does when the tab changes or the page is left. */
export function turn(document: Document, state: DocumentVisibilityState): void {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}

/** How many listeners an object has, after `watchListeners`. */
export interface Listeners {
  count(): number;
}

/** Counts the listeners that are added to and taken from objects from now on. */
export function watchListeners(...targets: EventTarget[]): Listeners {
  const live = new Set<string>();
  const names = new Map<unknown, number>();
  const nameOf = (listener: unknown): number => {
    if (!names.has(listener)) names.set(listener, names.size);
    return names.get(listener) ?? 0;
  };
  const captures = (options: unknown): boolean =>
    typeof options === "object"
      ? (options as AddEventListenerOptions | null)?.capture === true
      : options === true;
  targets.forEach((target, at) => {
    const { addEventListener, removeEventListener } = target;
    const key = (type: string, listener: unknown, options: unknown): string =>
      [at, type, nameOf(listener), captures(options)].join();
    target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
      const name = key(type, listener, options);
      live.add(name);
      options?.signal?.addEventListener("abort", () => void live.delete(name));
      addEventListener.call(target, type, listener, options);
    };
    target.removeEventListener = (type: string, listener: EventListener, options?: EventListenerOptions) => {
      live.delete(key(type, listener, options));
      removeEventListener.call(target, type, listener, options);
    };
  });
  return { count: () => live.size };
}
