/** Languages the SDK speaks to visitors. */
export type Language = "en" | "de";

/** What a fact rests on. */
export type EvidenceKind =
  | "looked"
  | "interested"
  | "told"
  | "bought"
  | "need"
  | "needAfter"
  | "declared"
  | "facet"
  | "visits"
  | "pages"
  | "minutes"
  | "daysSince"
  | "campaign"
  | "channel"
  | "persona"
  | "cart"
  | "page"
  | "device"
  | "time";

/** Where a fact comes from. */
export type Source =
  "pages" | "told" | "bought" | "chosen" | "visits" | "link" | "group" | "cart" | "page" | "device" | "clock";

/** What a text may speak of. `last` and `when` are phrases already. */
export interface Words {
  /** Label of the topic, or name of the fact. */
  about: string;
  value: string;
  /** The number in the visitor's language. */
  count: string;
  /** The right form for the number, after the language's plural rules. */
  plural: (one: string, other: string) => string;
  when: string;
  last: string;
}

type Texts<Key extends string> = Readonly<Record<Key, (words: Words) => string>>;

/** All texts of one language. A text that is missing does not compile. */
export interface Catalogue {
  /** The clause after "because you …"; German: "Weil Sie …", verb last. */
  because: Texts<EvidenceKind>;
  /** The short form of a list. */
  row: Texts<"looked" | "interested" | "told" | "bought" | "nothing">;
  /** Points in time: today, a weekday of the last seven days, a month. */
  when: Readonly<Record<"today" | "weekday" | "month", (name: string) => string>>;
  last: (when: string, today: boolean) => string;
  sentence: (clauses: string) => string;
  /** A clause of `because` as something that is known; and that a topic is not wanted. */
  known: (clause: string) => string;
  unwanted: (about: string) => string;
  and: string;
  /** Where a fact comes from: its name where it is about no topic, and the source. */
  source: Readonly<Record<Source, readonly [name: string, source: string]>>;
  /** The day of what happened last. */
  dated: (date: string) => string;
  /** When nothing about the visitor was used. */
  general: string;
}

export const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: {
    because: {
      looked: ({ about, count, plural, last }) =>
        `looked at ${count} ${plural("page", "pages")} about ${about}${last}`,
      interested: ({ about, last }) => `showed interest in ${about}${last}`,
      told: ({ about }) => `told us that you are interested in ${about}`,
      bought: ({ about, when }) => `bought ${about}${when}`,
      need: ({ about }) => `bought something that goes with ${about}`,
      needAfter: ({ about, value, when }) => `bought ${value}${when} (goes with it: ${about})`,
      declared: ({ about, value }) => `told us ${about}: ${value}`,
      facet: ({ about, value }) => `often chose ${value} (${about})`,
      visits: ({ count, plural }) => `have visited this shop ${count} ${plural("time", "times")}`,
      pages: ({ count, plural }) => `opened ${count} ${plural("page", "pages")} in this visit`,
      minutes: ({ count, plural }) => `have been here for ${count} ${plural("minute", "minutes")}`,
      daysSince: ({ count, plural }) => `were last here ${count} ${plural("day", "days")} ago`,
      campaign: ({ value }) => `came with the offer “${value}”`,
      channel: ({ value }) => `came by ${value}`,
      persona: ({ value }) => `match the group “${value}”`,
      cart: () => "have filled your cart this way",
      page: () => "are looking at this page",
      device: () => "are using this device",
      time: () => "are here at this time",
    },
    row: {
      looked: ({ count, plural, last }) => `looked at ${count} ${plural("page", "pages")}${last}`,
      interested: ({ last }) => `showed interest${last}`,
      told: () => "told by you",
      bought: ({ when }) => `bought${when}`,
      nothing: () => "nothing yet",
    },
    when: { today: () => "today", weekday: (name) => `on ${name}`, month: (name) => `in ${name}` },
    last: (when, today) => (today ? ", the last time today" : `, last ${when}`),
    sentence: (clauses) => `Shown because you ${clauses}.`,
    known: (clause) => `This shop knows that you ${clause}.`,
    unwanted: (about) => `do not want to see ${about}`,
    and: "and",
    source: {
      pages: ["Your interest", "from pages you opened in this shop"],
      told: ["Your answer", "from what you told this shop"],
      bought: ["Your purchase", "from what you bought in this shop"],
      chosen: ["Your choice", "from products you looked at"],
      visits: ["Your visits", "counted in this browser"],
      link: ["Your arrival", "from the link you came by"],
      group: ["Your group", "worked out in this browser"],
      cart: ["Your cart", "from this shop’s cart"],
      page: ["This page", "from the page you are on"],
      device: ["Your device", "from this browser"],
      clock: ["The time", "from your device’s clock"],
    },
    dated: (date) => `last on ${date}`,
    general: "Shown to everyone: nothing about you was used.",
  },
  de: {
    because: {
      looked: ({ about, count, plural, last }) =>
        `sich ${count} ${plural("Seite", "Seiten")} über ${about} angesehen haben${last}`,
      interested: ({ about, last }) => `Interesse an ${about} gezeigt haben${last}`,
      told: ({ about }) => `uns Ihr Interesse an ${about} mitgeteilt haben`,
      bought: ({ about, when }) => `${about}${when} gekauft haben`,
      need: ({ about }) => `etwas gekauft haben, zu dem ${about} passt`,
      needAfter: ({ about, value, when }) => `${value}${when} gekauft haben (passt dazu: ${about})`,
      declared: ({ about, value }) => `uns mitgeteilt haben: ${about} ${value}`,
      facet: ({ about, value }) => `oft ${value} gewählt haben (${about})`,
      visits: ({ count }) => `diesen Shop ${count}-mal besucht haben`,
      pages: ({ count, plural }) => `bei diesem Besuch ${count} ${plural("Seite", "Seiten")} geöffnet haben`,
      minutes: ({ count, plural }) => `seit ${count} ${plural("Minute", "Minuten")} hier sind`,
      daysSince: ({ count, plural }) => `zuletzt vor ${count} ${plural("Tag", "Tagen")} hier waren`,
      campaign: ({ value }) => `mit dem Angebot „${value}“ gekommen sind`,
      channel: ({ value }) => `über ${value} gekommen sind`,
      persona: ({ value }) => `zur Gruppe „${value}“ passen`,
      cart: () => "Ihren Warenkorb so gefüllt haben",
      page: () => "diese Seite ansehen",
      device: () => "dieses Gerät benutzen",
      time: () => "um diese Zeit hier sind",
    },
    row: {
      looked: ({ count, plural, last }) => `${count} ${plural("Seite", "Seiten")} angesehen${last}`,
      interested: ({ last }) => `Interesse gezeigt${last}`,
      told: () => "von Ihnen mitgeteilt",
      bought: ({ when }) => `${when} gekauft`.trimStart(),
      nothing: () => "noch nichts",
    },
    when: { today: () => "heute", weekday: (name) => `am ${name}`, month: (name) => `im ${name}` },
    last: (when) => `, zuletzt ${when}`,
    sentence: (clauses) => `Weil Sie ${clauses}.`,
    known: (clause) => `Dieser Shop weiß, dass Sie ${clause}.`,
    unwanted: (about) => `${about} nicht sehen möchten`,
    and: "und",
    source: {
      pages: ["Ihr Interesse", "aus Seiten, die Sie in diesem Shop geöffnet haben"],
      told: ["Ihre Angabe", "aus dem, was Sie diesem Shop mitgeteilt haben"],
      bought: ["Ihr Kauf", "aus dem, was Sie in diesem Shop gekauft haben"],
      chosen: ["Ihre Wahl", "aus Produkten, die Sie angesehen haben"],
      visits: ["Ihre Besuche", "in diesem Browser gezählt"],
      link: ["Ihr Weg hierher", "aus dem Link, über den Sie gekommen sind"],
      group: ["Ihre Gruppe", "in diesem Browser ermittelt"],
      cart: ["Ihr Warenkorb", "aus dem Warenkorb dieses Shops"],
      page: ["Diese Seite", "aus der Seite, auf der Sie sind"],
      device: ["Ihr Gerät", "aus diesem Browser"],
      clock: ["Die Uhrzeit", "von der Uhr Ihres Geräts"],
    },
    dated: (date) => `zuletzt am ${date}`,
    general: "Wird allen gezeigt: Nichts über Sie wurde verwendet.",
  },
};
