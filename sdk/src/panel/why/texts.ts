import type { Language } from "../language.js";

/** What a button does: its name, and a sentence that holds before it is pressed and after. */
type Deed = readonly [name: string, effect: string];

/** Every word of the answer to "why am I seeing this?" in one language. `topics` is a list in words. */
export interface WhyTexts {
  readonly close: string;
  /** Heading of the facts. */
  readonly from: string;
  readonly here: string;
  readonly less: (topics: string) => Deed;
  readonly never: (topics: string) => Deed;
  readonly notNow: (topics: string) => Deed;
  readonly all: string;
  readonly done: string;
}

/** The answer's words; one that is missing does not compile. */
export const whyTexts: Readonly<Record<Language, WhyTexts>> = {
  en: {
    close: "Close",
    from: "Where this comes from",
    here: "Worked out in your browser. The reason stays on this device.",
    less: (topics) => [
      "Less of this",
      `${topics}: counts half as much, and this place rests until your next visit.`,
    ],
    never: (topics) => [
      `Never ${topics}`,
      "Is not used any more, until you change that under “All my data”.",
    ],
    notNow: () => ["Not now", "Until your next visit this place shows what everyone sees."],
    all: "All my data",
    done: "Done",
  },
  de: {
    close: "Schließen",
    from: "Woher das kommt",
    here: "Ermittelt in Ihrem Browser. Der Grund bleibt auf diesem Gerät.",
    less: (topics) => [
      "Weniger davon",
      `${topics}: zählt nur noch halb so viel, und diese Stelle ruht bis zu Ihrem nächsten Besuch.`,
    ],
    never: (topics) => [
      `Nie wieder ${topics}`,
      "Wird nicht mehr verwendet, bis Sie es unter „Alle meine Daten“ ändern.",
    ],
    notNow: () => ["Jetzt nicht", "Bis zu Ihrem nächsten Besuch steht hier, was alle sehen."],
    all: "Alle meine Daten",
    done: "Erledigt",
  },
};
