import type { ConsentAdapter } from "../adapter.js";
import { wordAdapter } from "./listen.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of WordPress' consent API (https://github.com/WordPress/wp-consent-level-api, `assets/js/wp-consent-api.js`). */
interface WpConsentApi {
  /** Set by the banner: `optin` or `optout`. Without a banner everything counts as allowed. */
  wp_consent_type?: string;
  wp_has_consent?(category: string): unknown;
  consent_api?: { cookie_prefix?: string };
  /** What was chosen: `allow`, `deny`, or nothing yet, where `wp_has_consent` says yes or no all the same. */
  consent_api_get_cookie?(name: string): unknown;
}

/** Reads the WP Consent API, through which WordPress' banners tell of their choices. */
export function wpConsentApi({ window, purposes }: AdapterOptions): ConsentAdapter {
  const page = window as WpConsentApi;
  const told: Record<string, unknown> = {};
  const type = "wp_listen_for_consent_change";
  return wordAdapter(purposes, {
    id: "wp-consent-api",
    categories: { personalization: ["preferences"], statistics: ["statistics"] },
    words: ["allow", "deny"],
    detect: () => !!page.wp_has_consent && !!page.wp_consent_type,
    say(category) {
      const { consent_api: api, consent_api_get_cookie: cookie } = page;
      // Without the cookie only a yes of `wp_has_consent` is a choice: its no is also said before there is one.
      const word =
        cookie?.(`${api?.cookie_prefix}_${category}`) ??
        told[category] ??
        (page.wp_has_consent?.(category) === true ? "allow" : undefined);
      // Where consent is opt-out, banners also allow what nobody has been asked about.
      return word === "allow" && page.wp_consent_type?.includes("optout") ? undefined : word;
    },
    subscribe(changed) {
      const heard = (event: Event): void => {
        Object.assign(told, (event as CustomEvent).detail);
        changed();
      };
      window.document.addEventListener(type, heard);
      return () => window.document.removeEventListener(type, heard);
    },
  });
}
