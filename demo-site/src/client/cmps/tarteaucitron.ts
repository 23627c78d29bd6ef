import { consentTexts } from "../../texts/consent.js";
import { readShopData } from "../page.js";
import { createDefaultPolicy, isInertMarkup } from "../trusted-types.js";
import { connect } from "./connect.js";

/** What the shop uses of https://github.com/AmauriC/tarteaucitron.js */
interface Tarteaucitron {
  init(parameters: Record<string, unknown>): void;
  readonly services: Record<string, unknown>;
  job?: string[];
  readonly userInterface: { openPanel(): void; respondAll(status: boolean): void };
}

declare global {
  interface Window {
    tarteaucitron?: Tarteaucitron;
    tarteaucitronCustomText?: unknown;
  }
}

const folder = "/assets/vendor/tarteaucitron/";
const words = consentTexts[readShopData().language];

if (window.tarteaucitron) start(window.tarteaucitron);

function start(tarteaucitron: Tarteaucitron): void {
  createDefaultPolicy({
    html: isInertMarkup,
    scriptUrl: (url) => url.startsWith(location.origin + folder),
  });
  window.tarteaucitronCustomText = customText();
  for (const key of ["preferences", "statistics"] as const) {
    const nothing = (): void => undefined;
    const name = words[key].title;
    const cookies: string[] = [];
    tarteaucitron.services[key] = {
      key,
      type: "other",
      name,
      needConsent: true,
      cookies,
      js: nothing,
      fallback: nothing,
    };
  }
  tarteaucitron.job = ["preferences", "statistics"];
  tarteaucitron.init({
    cookieName: "almweg-tarteaucitron",
    orientation: "bottom",
    showTitleBanner: true,
    // Its icon and its credit are data: images, for which the policy would need an exception.
    showIcon: false,
    removeCredit: true,
    moreInfoLink: false,
    showDetailsOnClick: false,
    mandatoryCta: false,
    googleConsentMode: false,
    bingConsentMode: false,
    pianoConsentMode: false,
  });
  connect({
    open: () => tarteaucitron.userInterface.openPanel(),
    refuse: () => tarteaucitron.userInterface.respondAll(false),
  });
}

function customText(): Record<string, unknown> {
  return {
    middleBarHead: words.title,
    alertBigPrivacy: words.text,
    acceptAll: words.acceptAll,
    denyAll: words.rejectAll,
    allowAll: words.acceptAll,
    personalize: words.choose,
    title: words.settings,
    disclaimer: words.settingsText,
    all: words.settings,
    allow: words.allow,
    deny: words.deny,
    close: words.close,
    save: words.save,
    mandatoryTitle: words.necessary.title,
    mandatoryText: words.necessary.text,
    other: { title: words.choose, details: "" },
    "desc-preferences": words.preferences.text,
    "desc-statistics": words.statistics.text,
  };
}
