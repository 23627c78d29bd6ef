import type { ConsentAdapter } from "../adapter.js";
import { categoryReader } from "./categories.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of the state (https://c15t.com/docs/frameworks/javascript/api/overview). */
interface State {
  hasConsented(): boolean;
  /** What is saved; toggles not saved yet are kept apart from it. */
  has(category: string): boolean;
  /** Has a subject when somebody has chosen, and none where c15t is disabled, which counts as consent to everything. */
  consentInfo: { subjectId?: unknown } | null;
  isLoadingConsentInfo: boolean;
  /** What the visitor is asked about: nobody has refused the others. */
  consentCategories: readonly string[];
  setActiveUI(ui: "dialog"): void;
}

/** The store, made of zustand; its subscribers also hear of a reset, those of consent changes do not. */
interface Store {
  getState(): Partial<State> | null;
  subscribe(changed: () => void): () => void;
}

/** Reads c15t 2 in its namespace of default, `c15tStore`. */
export function c15t({ window, log, purposes = {} }: AdapterOptions): ConsentAdapter {
  const id = "c15t";
  const store = (): Partial<Store> | undefined => (window as { c15tStore?: Partial<Store> }).c15tStore;
  const readCategories = categoryReader(id, purposes, log);
  const state = (): Partial<State> => store()?.getState?.() ?? {};
  return {
    id,
    // A store made long after its script has loaded tells nobody; but who chooses has to click.
    announcedBy: ["click"],
    detect: () => typeof store()?.getState === "function",
    read() {
      const now = state();
      if (now.hasConsented?.() !== true || !now.consentInfo?.subjectId) return {};
      const asked = now.consentCategories?.filter((name) => name !== "necessary");
      return asked ? readCategories(asked, (name) => now.has?.(name)) : {};
    },
    expired() {
      const { hasConsented, isLoadingConsentInfo } = state();
      return isLoadingConsentInfo === false && hasConsented?.() === false;
    },
    subscribe: (changed) => store()?.subscribe?.(changed) ?? (() => undefined),
    openPreferences: () => state().setActiveUI?.("dialog"),
  };
}
