import type { Translation } from "vanilla-cookieconsent";
import type { Language } from "../catalogue/types.js";

/** The words of the consent banner. Plain text only: the Trusted Types policy of the shop lets nothing else through. */
export const bannerTexts: Readonly<Record<Language, Translation>> = {
  en: {
    consentModal: {
      title: "A shop that adapts to you?",
      description:
        "If you agree, this shop adapts itself to what you look at and counts anonymously what helped. The profile stays on your device: no cookies, no third party. Both answers are fine with us.",
      acceptAllBtn: "Accept",
      acceptNecessaryBtn: "Reject",
      showPreferencesBtn: "Choose in detail",
    },
    preferencesModal: {
      title: "Your privacy choice",
      acceptAllBtn: "Accept all",
      acceptNecessaryBtn: "Reject all",
      savePreferencesBtn: "Save choice",
      closeIconLabel: "Close",
      sections: [
        {
          title: "Necessary",
          description: "Your cart and this choice, kept in this browser.",
          linkedCategory: "necessary",
        },
        {
          title: "Personal content",
          description:
            "Keeps an interest profile in this browser and adapts pages to it. It never leaves the device.",
          linkedCategory: "preferences",
        },
        {
          title: "Anonymous statistics",
          description:
            "Sends randomized answers that say nothing about you alone and something about all visitors together.",
          linkedCategory: "statistics",
        },
      ],
    },
  },
  de: {
    consentModal: {
      title: "Ein Shop, der sich nach dir richtet?",
      description:
        "Wenn du zustimmst, richtet sich dieser Shop nach dem, was du dir ansiehst, und zählt anonym, was geholfen hat. Das Profil bleibt auf deinem Gerät: keine Cookies, keine Dritten. Beide Antworten sind uns recht.",
      acceptAllBtn: "Annehmen",
      acceptNecessaryBtn: "Ablehnen",
      showPreferencesBtn: "Im Einzelnen wählen",
    },
    preferencesModal: {
      title: "Deine Datenschutz-Wahl",
      acceptAllBtn: "Alles annehmen",
      acceptNecessaryBtn: "Alles ablehnen",
      savePreferencesBtn: "Wahl sichern",
      closeIconLabel: "Schließen",
      sections: [
        {
          title: "Notwendig",
          description: "Dein Warenkorb und diese Wahl, aufbewahrt in diesem Browser.",
          linkedCategory: "necessary",
        },
        {
          title: "Persönliche Inhalte",
          description:
            "Führt ein Interessenprofil in diesem Browser und richtet Seiten danach. Es verlässt das Gerät nie.",
          linkedCategory: "preferences",
        },
        {
          title: "Anonyme Statistik",
          description:
            "Sendet zufällig verfälschte Antworten, die allein nichts über dich sagen und zusammen etwas über alle.",
          linkedCategory: "statistics",
        },
      ],
    },
  },
};
