import type * as CookieConsentModule from "vanilla-cookieconsent";
import { bannerTexts } from "../../texts/banner.js";
import { readShopData } from "../page.js";
import { allowBannerMarkup } from "../trusted-types.js";
import { connect } from "./connect.js";

const banner = window.CookieConsent as typeof CookieConsentModule | undefined;

// A blocked banner leaves a shop that asks nothing and stores nothing.
if (banner) void start(banner);

async function start(cookieConsent: typeof CookieConsentModule): Promise<void> {
  allowBannerMarkup();
  connect({
    open: () => cookieConsent.showPreferences(),
    refuse: () => cookieConsent.acceptCategory([]),
  });
  await cookieConsent.run({
    // The choice is kept in localStorage, so that the shop needs no cookie at all.
    cookie: { name: "almweg-consent", useLocalStorage: true },
    hideFromBots: false,
    categories: { necessary: { enabled: true, readOnly: true }, preferences: {}, statistics: {} },
    guiOptions: {
      consentModal: { layout: "box", position: "bottom right", equalWeightButtons: true },
      preferencesModal: { equalWeightButtons: true },
    },
    language: { default: readShopData().language, translations: { ...bannerTexts } },
  });
}
