import type { Log } from "../../kernel/index.js";
import type { ConsentAdapter } from "../adapter.js";
import { categoryReader, type PurposeMap } from "./categories.js";

/** What is used of vanilla-cookieconsent 3 (https://cookieconsent.orestbida.com/reference/api-reference.html). */
interface CookieConsent {
  acceptedCategory(category: string): boolean;
  validConsent(): boolean;
  /** The configured categories; nothing before the banner has been run. */
  getConfig(field: "categories"): Record<string, unknown> | undefined;
  showPreferences(): void;
}

/** What an adapter needs of the page. */
export interface AdapterOptions {
  window: Window;
  log: Log;
  /** The merchant's own names of categories (the common ones, see `defaultPurposes`). */
  purposes?: PurposeMap;
}

const events = ["cc:onConsent", "cc:onChange", "cc:onModalReady"];

/** Reads vanilla-cookieconsent 3, where it is the page's global `CookieConsent`. */
export function vanillaCookieConsent({ window, log, purposes = {} }: AdapterOptions): ConsentAdapter {
  const id = "vanilla-cookieconsent";
  const banner = (): Partial<CookieConsent> | undefined =>
    (window as { CookieConsent?: Partial<CookieConsent> }).CookieConsent;
  const categories = (): string[] => Object.keys(banner()?.getConfig?.("categories") ?? {});
  const readCategories = categoryReader(id, purposes, log);
  return {
    id,
    announcedBy: events,
    detect: () => typeof banner()?.acceptedCategory === "function",
    read() {
      const valid = banner()?.validConsent?.() === true;
      return valid ? readCategories(categories(), (name) => banner()?.acceptedCategory?.(name) === true) : {};
    },
    expired: () => categories().length > 0 && banner()?.validConsent?.() === false,
    subscribe(changed) {
      for (const event of events) window.addEventListener(event, changed);
      return () => events.forEach((event) => window.removeEventListener(event, changed));
    },
    openPreferences: () => banner()?.showPreferences?.(),
  };
}
