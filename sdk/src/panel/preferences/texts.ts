import type { Purpose } from "../../kernel/index.js";
import type { Language } from "../language.js";
import type { Level, TopicAction } from "./ports.js";

type Named = readonly [name: string, sentence: string];

/** Every word of the preferences in one language. */
export interface PreferencesTexts {
  readonly intro: string;
  readonly empty: string;
  readonly level: string;
  readonly levels: Readonly<Record<Level, Named>>;
  readonly topics: string;
  readonly noTopics: string;
  readonly actions: Readonly<Record<TopicAction, string>>;
  readonly strength: (topic: string) => string;
  readonly muted: string;
  readonly faint: string;
  readonly forgotten: (topic: string) => string;
  readonly told: string;
  readonly save: string;
  readonly drop: string;
  readonly resting: Named;
  readonly until: (date: string) => string;
  readonly arrival: string;
  readonly arrived: Readonly<Record<"visits" | "campaign" | "channel" | "persona", string>>;
  /** Ways to a shop that need no word of the merchant's. */
  readonly channels: Readonly<Record<"direct" | "search" | "social" | "email" | "referral", string>>;
  readonly chosen: string;
  readonly consent: string;
  readonly purposes: Readonly<Record<Purpose, Named>>;
  readonly sent: Named;
  readonly nothingSent: string;
  readonly earlier: string;
  readonly data: Named;
  readonly export: string;
  readonly erase: string;
  readonly really: Named;
  readonly yes: string;
  readonly no: string;
  readonly erased: Named;
  readonly failed: string;
}

/** The words of the preferences; one that is missing does not compile. */
export const preferencesTexts: Readonly<Record<Language, PreferencesTexts>> = {
  en: {
    intro: "All of it lies in this browser, and only here. You can change it or take it back.",
    empty: "Nothing is kept about you.",
    level: "How personal may this shop be?",
    levels: {
      off: ["Off", "Every page shows what everyone sees. Nothing new is learnt from what you look at."],
      page: ["This page only", "Only what the page itself is about counts. Nothing new is learnt."],
      normal: ["Normal", "Pages adapt to what is known here."],
    },
    topics: "Your topics",
    noTopics: "No topics yet.",
    actions: { raise: "More", lower: "Less", mute: "Mute", unmute: "Unmute", forget: "Delete" },
    strength: (topic) => `Strength of ${topic}`,
    muted: "muted: not used",
    faint: "too little to be used yet",
    forgotten: (topic) => `${topic} is deleted.`,
    told: "What you told us",
    save: "Save",
    drop: "Delete",
    resting: ["Bought, and resting", "What you have bought is not offered to you again for a while."],
    until: (date) => `until ${date}`,
    arrival: "How you came here",
    arrived: { visits: "Visits", campaign: "Offer", channel: "Came by", persona: "Group" },
    channels: {
      direct: "address or bookmark",
      search: "a search engine",
      social: "a social network",
      email: "an e-mail",
      referral: "another site",
    },
    chosen: "What you often choose",
    consent: "What you allow",
    purposes: {
      personalization: [
        "Personal content",
        "Keeps this profile in your browser. Switched off, it is erased at once.",
      ],
      statistics: [
        "Anonymous statistics",
        "Sends randomly altered answers. Switched off, none is sent any more.",
      ],
    },
    sent: [
      "Every answer ever sent",
      "Each was altered at random before it left. ε says how much it can reveal at most: the smaller, the less.",
    ],
    nothingSent: "Nothing has been sent.",
    earlier: "Earlier answers",
    data: ["Your data in your hands", "The file holds everything that is kept about you, as JSON."],
    export: "Save my data",
    erase: "Erase everything",
    really: ["Erase everything?", "Profile, answers and your consent go. This cannot be undone."],
    yes: "Yes, erase",
    no: "Keep",
    erased: [
      "Everything is erased",
      "Nothing about you is left in this browser. Every page shows what everyone sees.",
    ],
    failed: "That did not work. Please try again.",
  },
  de: {
    intro: "Alles liegt in diesem Browser und nur hier. Sie können es ändern oder zurücknehmen.",
    empty: "Über Sie wird nichts gespeichert.",
    level: "Wie persönlich darf der Shop sein?",
    levels: {
      off: ["Aus", "Jede Seite zeigt, was alle sehen. Aus dem, was Sie ansehen, wird nichts gelernt."],
      page: ["Nur diese Seite", "Es zählt nur, wovon die Seite selbst handelt. Gelernt wird nichts."],
      normal: ["Normal", "Seiten richten sich nach dem, was hier bekannt ist."],
    },
    topics: "Ihre Themen",
    noTopics: "Noch keine Themen.",
    actions: { raise: "Mehr", lower: "Weniger", mute: "Stumm", unmute: "Zulassen", forget: "Löschen" },
    strength: (topic) => `Stärke von ${topic}`,
    muted: "stumm: wird nicht verwendet",
    faint: "noch zu wenig, um verwendet zu werden",
    forgotten: (topic) => `${topic} ist gelöscht.`,
    told: "Was Sie uns gesagt haben",
    save: "Speichern",
    drop: "Löschen",
    resting: ["Gekauft und in Ruhe", "Was Sie gekauft haben, wird Ihnen eine Weile nicht wieder angeboten."],
    until: (date) => `bis ${date}`,
    arrival: "Wie Sie hierher kamen",
    arrived: { visits: "Besuche", campaign: "Angebot", channel: "Gekommen über", persona: "Gruppe" },
    channels: {
      direct: "Adresse oder Lesezeichen",
      search: "eine Suchmaschine",
      social: "ein soziales Netzwerk",
      email: "eine E-Mail",
      referral: "eine andere Website",
    },
    chosen: "Was Sie oft wählen",
    consent: "Was Sie erlauben",
    purposes: {
      personalization: [
        "Persönliche Inhalte",
        "Führt dieses Profil in Ihrem Browser. Ausgeschaltet wird es sofort gelöscht.",
      ],
      statistics: [
        "Anonyme Statistik",
        "Sendet zufällig veränderte Antworten. Ausgeschaltet wird keine mehr gesendet.",
      ],
    },
    sent: [
      "Jede Antwort, die gesendet wurde",
      "Jede wurde zufällig verändert, bevor sie das Gerät verließ. ε sagt, wie viel sie höchstens verraten kann: je kleiner, desto weniger.",
    ],
    nothingSent: "Es wurde nichts gesendet.",
    earlier: "Frühere Antworten",
    data: ["Ihre Daten in Ihrer Hand", "Die Datei enthält alles, was über Sie gespeichert ist, als JSON."],
    export: "Meine Daten sichern",
    erase: "Alles löschen",
    really: [
      "Wirklich alles löschen?",
      "Profil, Antworten und Ihre Einwilligung verschwinden. Das lässt sich nicht rückgängig machen.",
    ],
    yes: "Ja, löschen",
    no: "Behalten",
    erased: [
      "Alles ist gelöscht",
      "In diesem Browser ist nichts mehr über Sie gespeichert. Jede Seite zeigt, was alle sehen.",
    ],
    failed: "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
  },
};
