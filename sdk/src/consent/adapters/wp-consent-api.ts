import type { ConsentAdapter } from "../adapter.js";
import { wordAdapter } from "./listen.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of WordPress' consent API (https://github.com/WordPress/wp-consent-level-api, `assets/js/wp-consent-api.js`). */
interface WpConsentApi {
  /** Set by the banner: `optin` or `optout`. Without a banner everything counts as allowed. */
  wp_consent_type?: string;
  consent_api?: { cookie_prefix?: string };
  /** What was chosen: `allow`, `deny`, or nothing yet, where `wp_has_consent` says yes or no all the same. */
  consent_api_get_cookie?(name: string): unknown;
}

/** Reads the WP Consent API, through which WordPress' banners tell of their choices. */
export function wpConsentApi({ window, purposes }: AdapterOptions): ConsentAdapter {
  const page = window as WpConsentApi;
  return wordAdapter(purposes, {
    id: "wp-consent-api",
    categories: { personalization: ["preferences"], statistics: ["statistics"] },
    words: ["allow", "deny"],
    announcedBy: ["wp_listen_for_consent_change"],
    detect: () => !!page.consent_api_get_cookie && !!page.wp_consent_type,
    say(category) {
      const word = page.consent_api_get_cookie?.(`${page.consent_api?.cookie_prefix}_${category}`);
      // Where consent is opt-out, banners also allow what nobody has been asked about.
      return word === "allow" && page.wp_consent_type?.includes("optout") ? undefined : word;
    },
  });
}
