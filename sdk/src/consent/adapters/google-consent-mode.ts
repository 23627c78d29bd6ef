import type { ConsentAdapter } from "../adapter.js";
import { wordAdapter } from "./listen.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of the `dataLayer`: gtag pushes its `arguments`. */
interface DataLayer extends Iterable<Partial<Record<number, unknown>> | null | undefined> {
  push: (...entries: unknown[]) => number;
}

/**
 * Reads Google Consent Mode (https://developers.google.com/tag-platform/security/guides/consent). Only updates count:
 * the defaults are the site's and not the visitor's. It is no banner itself, so a shop has to ask for it.
 */
export function googleConsentMode({ window, purposes }: AdapterOptions): ConsentAdapter {
  const page = window as { dataLayer?: DataLayer };
  return wordAdapter(purposes, {
    id: "google-consent-mode",
    categories: { personalization: ["personalization_storage"], statistics: ["analytics_storage"] },
    words: ["granted", "denied"],
    detect: () => !!page.dataLayer?.push,
    say(category) {
      let word: unknown;
      for (const entry of page.dataLayer ?? []) {
        if (entry?.[0] === "consent" && entry[1] === "update")
          word = (entry[2] as Record<string, unknown> | undefined)?.[category] ?? word;
      }
      return word;
    },
    subscribe(changed) {
      const layer = page.dataLayer as DataLayer;
      const { push } = layer;
      const heard = (...entries: unknown[]): number => {
        const length = push.apply(layer, entries);
        changed();
        return length;
      };
      layer.push = heard;
      return () => {
        // Who has wrapped it meanwhile keeps calling it, and it only passes on.
        if (layer.push === heard) layer.push = push;
      };
    },
  });
}
