import type { Purpose } from "../../kernel/index.js";
import type { Language } from "../language.js";

/** Every word of the banner in one language. */
export interface BannerTexts extends Readonly<Record<Purpose, readonly [name: string, sentence: string]>> {
  readonly title: string;
  /** What happens on a yes, without a yes, and later. `shop` stands in the middle of a sentence. */
  readonly text: (shop: string) => string;
  /** How the shop is called where it gives no name. */
  readonly shop: string;
  readonly notice: string;
  readonly accept: string;
  readonly reject: string;
  readonly choose: string;
  readonly dialogTitle: string;
  readonly dialogText: string;
  readonly save: string;
  readonly acceptAll: string;
  readonly rejectAll: string;
  readonly close: string;
  readonly reopen: string;
}

/** The banner's words; one that is missing does not compile. */
export const bannerTexts: Readonly<Record<Language, BannerTexts>> = {
  en: {
    title: "May this shop adapt to you?",
    text: (shop) =>
      `If you agree, ${shop} adapts to what you look at and counts anonymously what helps. Your interest profile stays on your device, without cookies. Both answers are fine and can be changed at any time.`,
    shop: "this shop",
    notice: "Privacy notice",
    accept: "Accept",
    reject: "Reject",
    choose: "Choose in detail",
    dialogTitle: "Your privacy choice",
    dialogText: "You can change it at any time. What you take back is erased from this device.",
    personalization: [
      "Personal content",
      "Keeps an interest profile in this browser and adapts pages to it. It never leaves the device.",
    ],
    statistics: [
      "Anonymous statistics",
      "Sends randomly altered answers: alone they say next to nothing about you, together something about all visitors.",
    ],
    save: "Save choice",
    acceptAll: "Accept all",
    rejectAll: "Reject all",
    close: "Close",
    reopen: "Privacy choice",
  },
  de: {
    title: "Darf sich der Shop nach Ihnen richten?",
    text: (shop) =>
      `Wenn Sie zustimmen, richtet sich ${shop} nach dem, was Sie sich ansehen, und zählt anonym, was hilft. Ihr Interessenprofil bleibt auf Ihrem Gerät, ohne Cookies. Beide Antworten sind uns recht und jederzeit änderbar.`,
    shop: "dieser Shop",
    notice: "Datenschutzhinweise",
    accept: "Annehmen",
    reject: "Ablehnen",
    choose: "Im Einzelnen wählen",
    dialogTitle: "Ihre Datenschutz-Wahl",
    dialogText: "Sie können sie jederzeit ändern. Was Sie zurücknehmen, wird von diesem Gerät gelöscht.",
    personalization: [
      "Persönliche Inhalte",
      "Führt ein Interessenprofil in diesem Browser und richtet Seiten danach. Es verlässt das Gerät nie.",
    ],
    statistics: [
      "Anonyme Statistik",
      "Sendet zufällig veränderte Antworten, die allein fast nichts über Sie sagen und zusammen etwas über alle.",
    ],
    save: "Wahl sichern",
    acceptAll: "Alles annehmen",
    rejectAll: "Alles ablehnen",
    close: "Schließen",
    reopen: "Datenschutz-Wahl",
  },
};
