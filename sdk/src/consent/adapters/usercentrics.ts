import type { ConsentAdapter } from "../adapter.js";
import { categoryReader } from "./categories.js";
import { onceResolved } from "./once-resolved.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of its answer (https://usercentrics.com/docs/web/features/api/interfaces/#consentdetails). */
interface ConsentDetails {
  /** `EXPLICIT`, or `IMPLICIT` before the visitor has answered. */
  consent?: { type?: unknown };
  categories?: Readonly<Record<string, { state?: unknown; essential?: boolean } | null>>;
}

/** What is used of Usercentrics 3 (https://usercentrics.com/docs/web/features/api/control-functionality/). */
interface UcCmp {
  getConsentDetails(): Promise<ConsentDetails | null>;
  showSecondLayer(): Promise<void>;
}

const events = ["UC_CMP_API_READY", "UC_UI_INITIALIZED", "UC_UI_CMP_EVENT", "UC_CONSENT"];

/** Of a category accepted in part something is denied. */
const words = new Map<unknown, boolean>([
  ["ALL_ACCEPTED", true],
  ["SOME_ACCEPTED", false],
  ["ALL_DENIED", false],
]);

/** Reads Usercentrics 3, whose answers are promises. */
export function usercentrics({ window, log, purposes = {} }: AdapterOptions): ConsentAdapter {
  const id = "usercentrics";
  const banner = (): Partial<UcCmp> | undefined => (window as { __ucCmp?: Partial<UcCmp> }).__ucCmp;
  const { get, ask } = onceResolved(async () => banner()?.getConsentDetails?.());
  const readCategories = categoryReader(id, purposes, log);
  return {
    id,
    announcedBy: events,
    detect: () => typeof banner()?.getConsentDetails === "function",
    read() {
      const { consent, categories = {} } = get() ?? {};
      if (consent?.type !== "EXPLICIT") return {};
      const asked = Object.keys(categories).filter((name) => !categories[name]?.essential);
      return readCategories(asked, (name) => words.get(categories[name]?.state));
    },
    expired: () => get()?.consent?.type === "IMPLICIT",
    subscribe(changed) {
      const again = (): void => ask(changed);
      again();
      for (const event of events) window.addEventListener(event, again);
      return () => events.forEach((event) => window.removeEventListener(event, again));
    },
    openPreferences: () => void banner()?.showSecondLayer?.(),
  };
}
