import type { Language } from "../language.js";
import type { Use } from "./ports.js";

/** Every word of `<heim-exchange>` in one language; a list of places follows what ends in a colon. */
export interface ExchangeTexts extends Readonly<Record<Exclude<Use, "all">, string>> {
  readonly idle: string;
  readonly once: string;
  readonly later: string;
  readonly nothing: string;
  readonly told: string;
  readonly toldNothing: string;
  readonly refused: string;
  readonly everyone: string;
  readonly instead: string;
  readonly below: string;
  readonly show: string;
  readonly stays: string;
}

/** The element's words; one that is missing does not compile. */
export const exchangeTexts: Readonly<Record<Language, ExchangeTexts>> = {
  en: {
    idle: "Choose, and you see here what your answer changes on this page, before you give it.",
    once: "With this answer, this changes on this page at once:",
    later: "You have seen this already, so it changes later, at the latest when you open this page again:",
    nothing: "This answer changes nothing on this page. It can be used on other pages.",
    told: "Done. This has changed on this page:",
    toldNothing: "Done. Nothing has changed on this page so far.",
    refused: "Not kept, as it is too personal: ",
    everyone: "What everyone sees",
    instead: "instead of: ",
    below: "Further down, ",
    show: "Show",
    stays: "Your answer stays on this device. You can change or delete it at any time.",
    kept: "Your answer is kept, but changes nothing, as you have turned personal content down.",
    none: "Without your consent to personal content, your answer is not kept and changes nothing.",
    silent: "This page is too private: nothing is kept here, your answer neither.",
  },
  de: {
    idle: "Wählen Sie, und hier steht, was Ihre Antwort auf dieser Seite ändert, bevor Sie sie geben.",
    once: "Mit dieser Antwort ändert sich auf dieser Seite sofort:",
    later:
      "Das haben Sie schon gesehen, daher ändert es sich später, spätestens wenn Sie diese Seite wieder öffnen:",
    nothing: "Diese Antwort ändert auf dieser Seite nichts. Andere Seiten können sie verwenden.",
    told: "Erledigt. Auf dieser Seite hat sich geändert:",
    toldNothing: "Erledigt. Auf dieser Seite hat sich noch nichts geändert.",
    refused: "Wird nicht behalten, weil zu persönlich: ",
    everyone: "Was alle sehen",
    instead: "statt: ",
    below: "Weiter unten, ",
    show: "Zeigen",
    stays: "Ihre Antwort bleibt auf diesem Gerät. Sie können sie jederzeit ändern oder löschen.",
    kept: "Ihre Antwort wird behalten, ändert aber nichts, da Sie persönliche Inhalte eingeschränkt haben.",
    none: "Ohne Ihre Zustimmung zu persönlichen Inhalten wird Ihre Antwort nicht behalten und ändert nichts.",
    silent: "Diese Seite ist zu privat: Hier wird nichts behalten, auch Ihre Antwort nicht.",
  },
};
