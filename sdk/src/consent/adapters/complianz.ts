import type { ConsentAdapter } from "../adapter.js";
import { readWords } from "./categories.js";
import { asAnnounced } from "./listen.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of Complianz (https://complianz.io/developers-guide-for-third-party-integrations/). */
interface Complianz {
  complianz?: { consenttype?: string };
  cmplz_has_consent?(category: string): boolean;
  /** `show`, also to somebody who looks at a choice again; `dismissed`; empty without a choice. */
  cmplz_get_banner_status?(): string;
  cmplz_set_banner_status?(status: "show"): void;
}

/** Reads Complianz 6 and 7. */
export function complianz({ window, purposes }: AdapterOptions): ConsentAdapter {
  const page = window as Complianz;
  const names = { personalization: ["preferences"], statistics: ["statistics"], ...purposes };
  const status = (): unknown => page.cmplz_get_banner_status?.();
  return {
    id: "complianz",
    announcedBy: ["cmplz_status_change", "cmplz_banner_status", "cmplz_cookie_warning_loaded"],
    detect: () => typeof page.cmplz_has_consent === "function",
    read() {
      if (status() !== "dismissed") return {};
      // Where consent is opt-out, everything not refused is allowed.
      const asked = (page.complianz?.consenttype ?? "optin").startsWith("optin");
      return readWords(names, (name) => {
        const allowed = page.cmplz_has_consent?.(name);
        return allowed && !asked ? undefined : allowed;
      });
    },
    expired: () => status() === "",
    subscribe: asAnnounced,
    openPreferences: () => page.cmplz_set_banner_status?.("show"),
  };
}
