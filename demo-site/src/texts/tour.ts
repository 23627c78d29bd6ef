import type { Language } from "../catalogue/types.js";

/** What a slot of the tour's page says. */
export interface TourCard {
  readonly title: string;
  readonly text: string;
}

/** How long a tour may take. */
export type Stay = "day" | "night" | "journey";

/** Every word of the page that asks for the visitor's tour. */
export interface TourTexts {
  readonly title: string;
  readonly lead: string;
  readonly welcome: string;
  /** Stands until the visitor has told a name. */
  readonly stranger: string;
  readonly stay: string;
  readonly stays: Readonly<Record<Stay, string>>;
  readonly weather: string;
  readonly weathers: Readonly<Record<"rain" | "cold" | "heat", string>>;
  readonly name: string;
  readonly send: string;
  readonly told: string;
  readonly link: string;
  readonly look: string;
  readonly advice: Readonly<Record<Stay | "standard", TourCard>>;
  readonly gear: Readonly<Record<Stay | "standard", TourCard>>;
  readonly tip: Readonly<Record<"standard" | "rain", TourCard>>;
  readonly more: Readonly<Record<"standard" | "hikers", TourCard>>;
}

/** The page's words, by language. */
export const tourTexts: Readonly<Record<Language, TourTexts>> = {
  en: {
    title: "Your next tour",
    lead: "Three questions, and this page is about your tour. What an answer changes stands below before you give it.",
    welcome: "Welcome, ",
    stranger: "good to see you",
    stay: "How long will you be out?",
    stays: { day: "A day", night: "A night or two", journey: "A long journey" },
    weather: "What may come?",
    weathers: { rain: "Rain", cold: "Frost", heat: "Heat" },
    name: "What may we call you?",
    send: "That is my tour",
    told: "Thank you. This page now knows your tour, and our server does not.",
    link: "Three questions about your tour",
    look: "Have a look",
    advice: {
      standard: {
        title: "Good tours begin at the kitchen table",
        text: "Who knows how long it takes packs half as much.",
      },
      day: {
        title: "For a day, take less than you think",
        text: "Twenty litres are enough: water, a jacket, something to eat.",
      },
      night: {
        title: "One night, one kilo of tent",
        text: "What you sleep in and on decides how the second day begins.",
      },
      journey: {
        title: "Weeks away, and still one bag",
        text: "Take what can be washed in a sink and is dry in the morning.",
      },
    },
    gear: {
      standard: { title: "What we always take", text: "A jacket, a lamp, and spare laces." },
      day: {
        title: "The small pack",
        text: "Our twenty-litre pack, with room for one more for the way down.",
      },
      night: {
        title: "Tent, mat, sleeping bag",
        text: "Three things that together weigh less than four kilos.",
      },
      journey: {
        title: "Duffel and packing cubes",
        text: "The bag that fits every bus, with a place for everything.",
      },
    },
    tip: {
      standard: {
        title: "From the workshop",
        text: "Shoes last twice as long when they dry without a stove.",
      },
      rain: {
        title: "How to keep rain out",
        text: "Wash the jacket, then warm it: its coating comes back by heat.",
      },
    },
    more: {
      standard: { title: "Something else?", text: "Everything we sell, with a search that understands you." },
      hikers: { title: "For those who like to walk", text: "Five boots that forgive long descents." },
    },
  },
  de: {
    title: "Ihre nächste Tour",
    lead: "Drei Fragen, und diese Seite handelt von Ihrer Tour. Was eine Antwort ändert, steht da, bevor Sie sie geben.",
    welcome: "Willkommen, ",
    stranger: "schön, Sie zu sehen",
    stay: "Wie lange sind Sie unterwegs?",
    stays: { day: "Einen Tag", night: "Ein, zwei Nächte", journey: "Eine lange Reise" },
    weather: "Womit rechnen Sie?",
    weathers: { rain: "Regen", cold: "Frost", heat: "Hitze" },
    name: "Wie dürfen wir Sie nennen?",
    send: "Das ist meine Tour",
    told: "Danke. Diese Seite kennt jetzt Ihre Tour, unser Server kennt sie nicht.",
    link: "Drei Fragen zu Ihrer Tour",
    look: "Ansehen",
    advice: {
      standard: {
        title: "Gute Touren beginnen am Küchentisch",
        text: "Wer weiß, wie lange es dauert, packt nur halb so viel.",
      },
      day: {
        title: "Für einen Tag: weniger, als Sie denken",
        text: "Zwanzig Liter genügen: Wasser, eine Jacke, etwas zu essen.",
      },
      night: {
        title: "Eine Nacht, ein Kilo Zelt",
        text: "Worin und worauf Sie schlafen, entscheidet, wie der zweite Tag beginnt.",
      },
      journey: {
        title: "Wochenlang fort, mit einer Tasche",
        text: "Nehmen Sie mit, was sich im Waschbecken waschen lässt und morgens trocken ist.",
      },
    },
    gear: {
      standard: { title: "Was immer mitkommt", text: "Eine Jacke, eine Lampe und Ersatzschnürsenkel." },
      day: { title: "Der kleine Rucksack", text: "Zwanzig Liter, mit Platz für eine Jause auf dem Abstieg." },
      night: { title: "Zelt, Matte, Schlafsack", text: "Drei Dinge, die zusammen keine vier Kilo wiegen." },
      journey: {
        title: "Duffel und Packwürfel",
        text: "Die Tasche, die in jeden Bus passt, mit einem Platz für alles.",
      },
    },
    tip: {
      standard: {
        title: "Aus der Werkstatt",
        text: "Schuhe halten doppelt so lange, wenn sie ohne Ofen trocknen.",
      },
      rain: {
        title: "So bleibt der Regen draußen",
        text: "Waschen Sie die Jacke und wärmen Sie sie: Hitze weckt die Beschichtung.",
      },
    },
    more: {
      standard: {
        title: "Noch etwas?",
        text: "Alles, was wir verkaufen, mit einer Suche, die Sie versteht.",
      },
      hikers: { title: "Für alle, die gern gehen", text: "Fünf Schuhe, die lange Abstiege verzeihen." },
    },
  },
};
