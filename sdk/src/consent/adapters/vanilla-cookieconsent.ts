import type { Log } from "../../kernel/index.js";
import type { ConsentAdapter } from "../adapter.js";
import { categoryReader, type PurposeMap } from "./categories.js";
import { asAnnounced } from "./listen.js";

/** What is used of vanilla-cookieconsent 3 (https://cookieconsent.orestbida.com/reference/api-reference.html). */
interface CookieConsent {
  acceptedCategory(category: string): boolean;
  validConsent(): boolean;
  /** The configured categories; nothing before the banner has been run. */
  getConfig(field: "categories"): Record<string, { readOnly?: boolean }> | undefined;
  showPreferences(): void;
}

/** What an adapter needs of the page. */
export interface AdapterOptions {
  window: Window;
  log: Log;
  /** The merchant's own names of categories (the common ones, see `defaultPurposes`). */
  purposes?: PurposeMap;
}

/** Reads vanilla-cookieconsent 3, where it is the page's global `CookieConsent`. */
export function vanillaCookieConsent({ window, log, purposes = {} }: AdapterOptions): ConsentAdapter {
  const id = "vanilla-cookieconsent";
  const banner = (): Partial<CookieConsent> | undefined =>
    (window as { CookieConsent?: Partial<CookieConsent> }).CookieConsent;
  // What is read-only is not the visitor's choice.
  const categories = (): string[] =>
    Object.entries(banner()?.getConfig?.("categories") ?? {}).flatMap(([name, { readOnly }]) =>
      readOnly ? [] : name,
    );
  const readCategories = categoryReader(id, purposes, log);
  return {
    id,
    announcedBy: ["cc:onConsent", "cc:onChange", "cc:onModalReady"],
    detect: () => !!banner()?.acceptedCategory,
    read() {
      const valid = banner()?.validConsent?.() === true;
      return valid ? readCategories(categories(), (name) => banner()?.acceptedCategory?.(name)) : {};
    },
    expired: () => !!categories()[0] && banner()?.validConsent?.() === false,
    subscribe: asAnnounced,
    openPreferences: () => banner()?.showPreferences?.(),
  };
}
