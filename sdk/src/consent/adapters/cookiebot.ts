import type { ConsentAdapter } from "../adapter.js";
import { readWords } from "./categories.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of Cookiebot (https://www.cookiebot.com/en/developer/). */
interface Cookiebot {
  /** Whether the visitor has answered. */
  hasResponse: boolean;
  /** By category; its `method` is `implied` where nobody was asked, and for old answers. */
  consent: Readonly<Record<string, unknown>>;
  renew(): void;
}

const asking = "CookiebotOnDialogDisplay";

/** Reads Cookiebot. */
export function cookiebot({ window, purposes }: AdapterOptions): ConsentAdapter {
  const banner = (): Partial<Cookiebot> | undefined =>
    (window as { Cookiebot?: Partial<Cookiebot> }).Cookiebot;
  const names = { personalization: ["preferences"], statistics: ["statistics"], ...purposes };
  let asked = false;
  return {
    id: "cookiebot",
    announcedBy: ["CookiebotOnConsentReady", "CookiebotOnAccept", "CookiebotOnDecline"],
    // Its script element usually has the same name.
    detect: () => typeof banner()?.consent === "object",
    read() {
      const { consent, hasResponse } = banner() ?? {};
      // Versions that do not tell the method asked everybody.
      if (hasResponse !== true || !consent || (consent["method"] ?? "explicit") !== "explicit") return {};
      return readWords(names, (name) => consent[name]);
    },
    // Without an answer it is either still loading or asking.
    expired: () => asked && banner()?.hasResponse === false,
    subscribe(changed) {
      const shown = (): void => {
        asked = true;
        changed();
      };
      window.addEventListener(asking, shown);
      return () => window.removeEventListener(asking, shown);
    },
    openPreferences: () => banner()?.renew?.(),
  };
}
