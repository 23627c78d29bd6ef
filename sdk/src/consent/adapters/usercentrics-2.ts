import type { ConsentAdapter } from "../adapter.js";
import { categoryReader } from "./categories.js";
import { asAnnounced } from "./listen.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** https://docs.usercentrics.com/cmp_browser_sdk/0.4.5/interfaces/service.html */
interface Service {
  categorySlug: string;
  isEssential?: boolean;
  /** `history` ends with the entry in force; its `type` is `implicit` until the visitor has answered. */
  consent?: { status?: unknown; history?: readonly { type?: unknown }[] };
}

/** What is used of Usercentrics 2 (https://usercentrics.com/docs/web/features/v2/events_v2/events_v2/). */
interface UcUi {
  isInitialized(): boolean;
  /** No answer yet, or one that has to be given again. */
  isConsentRequired(): boolean | null;
  getServicesBaseInfo(): readonly Service[];
  showSecondLayer(): void;
}

/** Reads Usercentrics 2. A category is accepted when all of its services are, by the visitor. */
export function usercentrics2({ window, log, purposes = {} }: AdapterOptions): ConsentAdapter {
  const id = "usercentrics-2";
  const banner = (): Partial<UcUi> | undefined => (window as { UC_UI?: Partial<UcUi> }).UC_UI;
  const readCategories = categoryReader(id, purposes, log);
  return {
    id,
    announcedBy: ["UC_UI_INITIALIZED", "UC_UI_CMP_EVENT", "UC_UI_VIEW_CHANGED"],
    // Version 3 has an adapter of its own.
    detect: () => !("__ucCmp" in window) && banner()?.isInitialized?.() === true,
    read() {
      const said = new Map<string, Set<unknown>>();
      for (const { categorySlug, consent, isEssential } of banner()?.getServicesBaseInfo?.() ?? []) {
        if (isEssential) continue;
        const word = consent?.history?.at(-1)?.type === "explicit" ? consent.status : undefined;
        said.set(categorySlug, (said.get(categorySlug) ?? new Set()).add(word));
      }
      return readCategories([...said.keys()], (slug) => {
        const words = said.get(slug);
        return words?.has(false) ? false : words?.size === 1 && words.has(true) ? true : undefined;
      });
    },
    expired: () => banner()?.isConsentRequired?.() === true,
    subscribe: asAnnounced,
    openPreferences: () => banner()?.showSecondLayer?.(),
  };
}
