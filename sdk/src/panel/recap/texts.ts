import type { Language } from "../language.js";
import type { Silence } from "./ports.js";

type Counted = (count: number) => string;

/** Every word of the recap in one language. */
export interface RecapTexts {
  readonly title: string;
  /** The title while there is not much to look back on. */
  readonly early: string;
  readonly intro: string;
  readonly silence: Readonly<Record<Silence, string>>;
  /** In the picture, before the shop's name. */
  readonly lead: string;
  readonly origin: string;
  readonly legend: string;
  readonly since: (date: string) => string;
  readonly visits: Counted;
  readonly pages: Counted;
  readonly topics: string;
  readonly resting: string;
  readonly until: (date: string) => string;
  readonly told: string;
  readonly yes: string;
  readonly no: string;
  readonly save: string;
  readonly file: string;
  readonly failed: string;
}

/** The words of the recap; one that is missing does not compile. */
export const recapTexts: Readonly<Record<Language, RecapTexts>> = {
  en: {
    title: "Your months here",
    early: "Your first days here",
    intro: "Drawn just now in this browser, from what it remembers. Nothing of it leaves this device.",
    silence: {
      consent: "Nothing is kept about you here, so there is nothing to look back on.",
      level: "You have asked for less personal pages, so nothing is drawn here.",
      early: "We do not know enough yet. Once you have looked around a little, there will be a picture here.",
    },
    lead: "My time at",
    origin: "Drawn on my own device",
    legend:
      "Each hill is a topic: the higher, the stronger. Birds stand for visits, tents for purchases at rest, flowers for what you told us.",
    since: (date) => `since ${date}`,
    visits: (count) => `${count} ${count === 1 ? "visit" : "visits"}`,
    pages: (count) => `${count} ${count === 1 ? "page" : "pages"}`,
    topics: "What drew you most",
    resting: "Bought, and resting",
    until: (date) => `until ${date}`,
    told: "What you told us",
    yes: "yes",
    no: "no",
    save: "Save picture",
    file: "The picture names your topics, but no purchases and no answers.",
    failed: "That did not work. Please try again.",
  },
  de: {
    title: "Ihre Monate hier",
    early: "Ihre ersten Tage hier",
    intro:
      "Eben in diesem Browser gezeichnet, aus dem, woran er sich erinnert. Nichts davon verlässt dieses Gerät.",
    silence: {
      consent: "Über Sie wird hier nichts gespeichert, also gibt es keinen Rückblick.",
      level: "Sie möchten weniger persönliche Seiten, darum wird hier nichts gezeichnet.",
      early: "Wir wissen noch nicht genug. Wenn Sie sich ein wenig umgesehen haben, entsteht hier ein Bild.",
    },
    lead: "Meine Zeit bei",
    origin: "Auf meinem eigenen Gerät gezeichnet",
    legend:
      "Jeder Hügel ist ein Thema: je höher, desto stärker. Vögel stehen für Besuche, Zelte für Käufe in Ruhe, Blumen für Ihre Angaben.",
    since: (date) => `seit ${date}`,
    visits: (count) => `${count} ${count === 1 ? "Besuch" : "Besuche"}`,
    pages: (count) => `${count} ${count === 1 ? "Seite" : "Seiten"}`,
    topics: "Was Sie am meisten anzog",
    resting: "Gekauft und in Ruhe",
    until: (date) => `bis ${date}`,
    told: "Was Sie uns gesagt haben",
    yes: "ja",
    no: "nein",
    save: "Bild sichern",
    file: "Das Bild nennt Ihre Themen, aber keine Käufe und keine Angaben.",
    failed: "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
  },
};
