import type { Language } from "../language.js";

const en = {
  lead: "What visitors are interested in, as a share of the devices that answered. No device ever tells its profile: it names one topic drawn at random, randomized, at most once in 28 days.",
  topicsTitle: "Topics",
  topicsLead: "One of a visitor’s topics, drawn at random, or none.",
  topic: "Topic",
  pairsTitle: "After a purchase",
  pairsLead: "What was bought, and what the same visitor looked at next.",
  pair: "Bought → looked at",
  nextTitle: "If bought, how likely next",
  nextLead:
    "Of those who bought something of the first topic, the share that looked at the second one next. Devices learn complements from this.",
  none: "none",
  nothing:
    "Nobody has answered this yet. Devices answer when the site’s heimspiel.json has topics and the visitor has agreed to statistics.",
  unnamed:
    "The names are not known here: the topics have changed, or heimspiel.json was never given (Settings).",
  more: (count: string): string => `The files below have ${count} more.`,
  untold: (count: string, of: string): string =>
    `Not told: ${count} of ${of}. What is under three standard errors could be nothing but noise.`,
};

const de: typeof en = {
  lead: "Wofür sich Besucher interessieren, als Anteil der Geräte, die geantwortet haben. Kein Gerät verrät sein Profil: Es nennt ein ausgelostes Thema, verrauscht, höchstens einmal in 28 Tagen.",
  topicsTitle: "Themen",
  topicsLead: "Eines der Themen eines Besuchers, ausgelost, oder keines.",
  topic: "Thema",
  pairsTitle: "Nach einem Kauf",
  pairsLead: "Was gekauft wurde, und was derselbe Besucher danach ansah.",
  pair: "Gekauft → angesehen",
  nextTitle: "Nach dem Kauf: wie wahrscheinlich als Nächstes",
  nextLead:
    "Von denen, die etwas aus dem ersten Thema gekauft haben, der Anteil, der danach das zweite ansah. Daraus lernen die Geräte, was sich ergänzt.",
  none: "keines",
  nothing:
    "Das hat noch niemand beantwortet. Geräte antworten, wenn die heimspiel.json der Website Themen hat und der Besucher der Statistik zugestimmt hat.",
  unnamed:
    "Die Namen sind hier nicht bekannt: Die Themen wurden geändert, oder die heimspiel.json wurde nie angegeben (Einstellungen).",
  more: (count: string): string => `Die Dateien unten nennen ${count} mehr.`,
  untold: (count: string, of: string): string =>
    `Nicht genannt: ${count} von ${of}. Was unter drei Standardfehlern liegt, könnte bloßes Rauschen sein.`,
};

export const interestsTexts: Readonly<Record<Language, typeof en>> = { en, de };
