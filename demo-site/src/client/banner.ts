import type * as CookieConsentModule from "vanilla-cookieconsent";
import { bannerTexts } from "../texts/banner.js";
import { all, readShopData } from "./page.js";

const banner = window.CookieConsent as typeof CookieConsentModule | undefined;

// A blocked banner leaves a shop that asks nothing and stores nothing.
if (banner) void start(banner);

async function start(cookieConsent: typeof CookieConsentModule): Promise<void> {
  for (const opener of all("[data-open-consent]")) {
    opener.addEventListener("click", () => cookieConsent.showPreferences());
  }
  // A withdrawal elsewhere on the page has to be the banner's answer too, or it would contradict it on the next page.
  for (const button of all("[data-withdraw]")) {
    button.addEventListener("click", () => cookieConsent.acceptCategory([]));
  }
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
