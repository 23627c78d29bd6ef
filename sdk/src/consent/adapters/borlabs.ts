import type { ConsentAdapter } from "../adapter.js";
import { categoryReader } from "./categories.js";
import { asAnnounced } from "./listen.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of Borlabs Cookie 3 (https://borlabs.io/kb/). */
interface BorlabsCookie {
  Consents?: { hasConsentForServiceGroup?(group: string): boolean };
  Services?: { services?: Readonly<Record<string, { serviceGroupId?: string } | null>> };
}

/**
 * Reads Borlabs Cookie 3. It does not say whether there is a choice, but every choice contains the group `essential`, which
 * has no consent before.
 */
export function borlabs({ window, log, purposes = {} }: AdapterOptions): ConsentAdapter {
  const id = "borlabs";
  const banner = (): BorlabsCookie | undefined => (window as { BorlabsCookie?: BorlabsCookie }).BorlabsCookie;
  const readCategories = categoryReader(id, purposes, log);
  return {
    id,
    announcedBy: [
      "borlabs-cookie-after-init",
      "borlabs-cookie-handle-unblock",
      "borlabs-cookie-consent-saved",
    ],
    detect: () => typeof banner()?.Consents?.hasConsentForServiceGroup === "function",
    read() {
      const { Consents, Services } = banner() ?? {};
      const has = (group: string): unknown => Consents?.hasConsentForServiceGroup?.(group);
      if (has("essential") !== true) return {};
      const used = Object.values(Services?.services ?? {}).map((service) => service?.serviceGroupId ?? "");
      const groups = used[0] ? used : ["preferences", "statistics", ...Object.values(purposes).flat()];
      return readCategories([...new Set(groups)], has);
    },
    subscribe: asAnnounced,
  };
}
