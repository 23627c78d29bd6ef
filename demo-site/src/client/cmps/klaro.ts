import { consentTexts } from "../../texts/consent.js";
import { readShopData } from "../page.js";
import { connect } from "./connect.js";

/** What the shop uses of https://klaro.org/docs/api/js_api */
interface Klaro {
  show(config: undefined, modal: boolean): void;
  getManager(): { changeAll(value: boolean): void; saveAndApplyConsents(): void };
}

declare global {
  interface Window {
    klaro?: Klaro;
    klaroConfig?: unknown;
  }
}

const { language } = readShopData();

// Klaro's own script comes next and starts itself with this configuration.
window.klaroConfig = {
  version: 1,
  lang: language,
  // The choice is kept in localStorage, so that the shop needs no cookie at all.
  storageMethod: "localStorage",
  storageName: "almweg-klaro",
  acceptAll: true,
  groupByPurpose: false,
  hideToggleAll: true,
  showNoticeTitle: true,
  translations: { [language]: translation() },
  services: ["preferences", "statistics"].map((name) => ({ name, purposes: [name] })),
};

connect({
  open: () => window.klaro?.show(undefined, true),
  refuse: () => {
    const manager = window.klaro?.getManager();
    manager?.changeAll(false);
    manager?.saveAndApplyConsents();
  },
});

function translation(): Record<string, unknown> {
  const words = consentTexts[language];
  const service = (name: "preferences" | "statistics"): { title: string; description: string } => ({
    title: words[name].title,
    description: words[name].text,
  });
  return {
    consentNotice: { title: words.title, description: words.text, learnMore: words.choose },
    consentModal: { title: words.settings, description: words.settingsText },
    ok: words.accept,
    decline: words.reject,
    acceptAll: words.acceptAll,
    acceptSelected: words.save,
    save: words.save,
    close: words.close,
    purposes: { preferences: words.preferences.title, statistics: words.statistics.title },
    preferences: service("preferences"),
    statistics: service("statistics"),
  };
}
