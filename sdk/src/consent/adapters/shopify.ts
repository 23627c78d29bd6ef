import type { Stop } from "../../kernel/index.js";
import type { ConsentAdapter } from "../adapter.js";
import { asAnnounced, wordAdapter } from "./listen.js";
import type { AdapterOptions } from "./vanilla-cookieconsent.js";

/** What is used of Shopify's Customer Privacy API (https://shopify.dev/docs/api/customer-privacy). */
interface Shopify {
  loadFeatures(features: readonly object[], loaded: (error?: unknown) => void): void;
  customerPrivacy?: {
    /** `yes`, `no`, or nothing for each kind of use. */
    currentVisitorConsent?(): Record<string, unknown> | undefined;
  };
}

/** Reads Shopify's Customer Privacy API, which Shopify's own banner and others on its shops write to. */
export function shopify({ window, purposes }: AdapterOptions): ConsentAdapter {
  const shop = (): Partial<Shopify> | undefined => (window as { Shopify?: Partial<Shopify> }).Shopify;
  let failure: unknown;
  return wordAdapter(purposes, {
    id: "shopify",
    categories: { personalization: ["preferences"], statistics: ["analytics"] },
    words: ["yes", "no"],
    announcedBy: ["visitorConsentCollected"],
    detect: () => !!shop()?.loadFeatures,
    say(category) {
      if (failure) throw failure as Error;
      return shop()?.customerPrivacy?.currentVisitorConsent?.()?.[category];
    },
    subscribe(changed): Stop {
      shop()?.loadFeatures?.([{ name: "consent-tracking-api", version: "0.1" }], (error) => {
        failure = error;
        changed();
      });
      return asAnnounced();
    },
  });
}
