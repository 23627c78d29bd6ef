import type { ConsentAdapter } from "../adapter.js";
import { wordAdapter } from "./listen.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of Osano (https://developers.osano.com/cmp/javascript-api/developer-documentation-consent-javascript-api). */
interface OsanoCm {
  /** `ACCEPT` or `DENY` by category; the region's defaults before a choice. */
  getConsent(): Readonly<Record<string, unknown>> | null;
  addEventListener(type: string, heard: (consent?: unknown) => void): void;
  removeEventListener(type: string, heard: (consent?: unknown) => void): void;
  showDrawer(): void;
}

/** Also called at once by an Osano that is initialized already; without a consent before there is a choice. */
const events = ["osano-cm-initialized", "osano-cm-consent-saved"];

/** Reads Osano. */
export function osano({ window, purposes }: AdapterOptions): ConsentAdapter {
  const banner = (): Partial<OsanoCm> | undefined =>
    (window as { Osano?: { cm?: Partial<OsanoCm> } }).Osano?.cm;
  let chosen: boolean | undefined;
  return wordAdapter(purposes, {
    id: "osano",
    categories: { personalization: ["PERSONALIZATION"], statistics: ["ANALYTICS"] },
    words: ["ACCEPT", "DENY"],
    detect: () => typeof banner()?.addEventListener === "function",
    say: (category) => (chosen ? banner()?.getConsent?.()?.[category] : undefined),
    expired: () => chosen === false,
    subscribe(changed) {
      const heard = (consent?: unknown): void => {
        chosen = !!consent;
        changed();
      };
      const cm = banner();
      for (const event of events) cm?.addEventListener?.(event, heard);
      return () => events.forEach((event) => cm?.removeEventListener?.(event, heard));
    },
    openPreferences: () => banner()?.showDrawer?.(),
  });
}
