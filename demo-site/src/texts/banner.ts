import type { Translation } from "vanilla-cookieconsent";
import type { Language } from "../catalogue/types.js";
import { consentTexts } from "./consent.js";

/** The words of the consent banner, as vanilla-cookieconsent wants them. */
export const bannerTexts: Readonly<Record<Language, Translation>> = {
  en: translation("en"),
  de: translation("de"),
};

function translation(language: Language): Translation {
  const words = consentTexts[language];
  return {
    consentModal: {
      title: words.title,
      description: words.text,
      acceptAllBtn: words.accept,
      acceptNecessaryBtn: words.reject,
      showPreferencesBtn: words.choose,
    },
    preferencesModal: {
      title: words.settings,
      acceptAllBtn: words.acceptAll,
      acceptNecessaryBtn: words.rejectAll,
      savePreferencesBtn: words.save,
      closeIconLabel: words.close,
      sections: (["necessary", "preferences", "statistics"] as const).map((category) => ({
        title: words[category].title,
        description: words[category].text,
        linkedCategory: category,
      })),
    },
  };
}
