import type { ConsentAdapter } from "../adapter.js";
import { categoryReader } from "./categories.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of Didomi (https://developers.didomi.io/cmp/web-sdk/reference/api). */
interface Didomi {
  /** Whether a choice is required and not there for everything. */
  isUserStatusPartial(): boolean;
  getCurrentUserStatus(): {
    /** By purpose; what is essential is always enabled. */
    purposes?: Readonly<Record<string, { enabled?: unknown } | null>>;
    /** The law that applies: `gdpr`, `cpra`, …, `none`. */
    regulation?: string;
  } | null;
  preferences: { show(): void };
}

/** What Didomi and its page talk through; both lists may be made by either. */
interface Page {
  Didomi?: Partial<Didomi>;
  didomiOnReady?: { push(call: () => void): unknown };
  didomiEventListeners?: { push(listening: { event: string; listener: () => void }): unknown };
}

/** Reads Didomi, where consent is asked for (GDPR): elsewhere purposes are enabled until refused. */
export function didomi({ window, log, purposes = {} }: AdapterOptions): ConsentAdapter {
  const id = "didomi";
  const page = window as unknown as Page;
  const readCategories = categoryReader(id, purposes, log);
  let ready = false;
  return {
    id,
    detect: () => typeof page.Didomi === "object",
    read() {
      if (!ready || page.Didomi?.isUserStatusPartial?.() !== false) return {};
      const { purposes: said = {}, regulation = "gdpr" } = page.Didomi.getCurrentUserStatus?.() ?? {};
      if (regulation.toLowerCase() !== "gdpr") return {};
      return readCategories(Object.keys(said), (name) => said[name]?.enabled);
    },
    expired: () => ready && page.Didomi?.isUserStatusPartial?.() === true,
    subscribe(changed) {
      (page.didomiOnReady ??= []).push(() => {
        ready = true;
        changed();
      });
      (page.didomiEventListeners ??= []).push({ event: "consent.changed", listener: changed });
      // Didomi has no way to take a listener back; what it calls later is not heard.
      return () => undefined;
    },
    openPreferences: () => page.Didomi?.preferences?.show(),
  };
}
