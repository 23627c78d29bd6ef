import type { Language } from "../catalogue/types.js";

/** One purpose, or the part that needs no consent. */
export interface PurposeTexts {
  readonly title: string;
  readonly text: string;
}

/** What every banner says. Plain text only: the policies of the shop let no markup through. */
export interface ConsentTexts {
  readonly title: string;
  readonly text: string;
  readonly accept: string;
  readonly reject: string;
  readonly choose: string;
  readonly acceptAll: string;
  readonly rejectAll: string;
  readonly save: string;
  readonly close: string;
  readonly settings: string;
  readonly settingsText: string;
  readonly allow: string;
  readonly deny: string;
  readonly necessary: PurposeTexts;
  readonly preferences: PurposeTexts;
  readonly statistics: PurposeTexts;
}

/** The words of the consent banners. */
export const consentTexts: Readonly<Record<Language, ConsentTexts>> = {
  en: {
    title: "A shop that adapts to you?",
    text: "If you agree, this shop adapts itself to what you look at and counts anonymously what helped. The profile stays on your device and no third party has a part in it. Both answers are fine with us.",
    accept: "Accept",
    reject: "Reject",
    choose: "Choose in detail",
    acceptAll: "Accept all",
    rejectAll: "Reject all",
    save: "Save choice",
    close: "Close",
    settings: "Your privacy choice",
    settingsText: "Allow what you like. You can change your mind at any time, at the foot of every page.",
    allow: "Allow",
    deny: "Deny",
    necessary: { title: "Necessary", text: "Your cart and this choice, kept in this browser." },
    preferences: {
      title: "Personal content",
      text: "Keeps an interest profile in this browser and adapts pages to it. It never leaves the device.",
    },
    statistics: {
      title: "Anonymous statistics",
      text: "Sends randomized answers that say nothing about you alone and something about all visitors together.",
    },
  },
  de: {
    title: "Ein Shop, der sich nach Ihnen richtet?",
    text: "Wenn Sie zustimmen, richtet sich dieser Shop nach dem, was Sie sich ansehen, und zählt anonym, was geholfen hat. Das Profil bleibt auf Ihrem Gerät, und kein Dritter hat daran Teil. Beide Antworten sind uns recht.",
    accept: "Annehmen",
    reject: "Ablehnen",
    choose: "Im Einzelnen wählen",
    acceptAll: "Alles annehmen",
    rejectAll: "Alles ablehnen",
    save: "Wahl sichern",
    close: "Schließen",
    settings: "Ihre Datenschutz-Wahl",
    settingsText:
      "Erlauben Sie, was Ihnen recht ist. Sie können es sich jederzeit anders überlegen, am Fuß jeder Seite.",
    allow: "Erlauben",
    deny: "Ablehnen",
    necessary: { title: "Notwendig", text: "Ihr Warenkorb und diese Wahl, aufbewahrt in diesem Browser." },
    preferences: {
      title: "Persönliche Inhalte",
      text: "Führt ein Interessenprofil in diesem Browser und richtet Seiten danach. Es verlässt das Gerät nie.",
    },
    statistics: {
      title: "Anonyme Statistik",
      text: "Sendet zufällig verfälschte Antworten, die allein nichts über Sie sagen und zusammen etwas über alle.",
    },
  },
};
