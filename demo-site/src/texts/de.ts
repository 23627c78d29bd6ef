import type { Texts } from "./types.js";

/** German. */
export const de: Texts = {
  languageName: "Deutsch",
  claim: "Ausrüstung für den schöneren Umweg",
  skip: "Zum Inhalt",
  menu: "Abteilungen",
  otherLanguage: "English",
  nav: { search: "Suche", cart: "Warenkorb", myData: "Was dieser Shop über mich weiß", home: "Start" },
  promise: ["Ab 80 € versandkostenfrei", "60 Tage Rückgabe", "Reparatur, solange es uns gibt"],
  hero: {
    standard: {
      eyebrow: "Die neue Saison",
      title: "Alles für draußen",
      text: "Vierzig Dinge, die wir selbst benutzen: im Regen erprobt, in der Werkstatt reparierbar, zum Vererben gemacht.",
      action: "Durch den Shop stöbern",
    },
    peru: {
      eyebrow: "Schuhe: erledigt",
      title: "Ihre Schuhe sind bereit für Peru",
      text: "Elf Tage von Cusco nach Choquequirao. Was noch fehlt, passt in eine Tasche: Filter, Packwürfel, Duffel.",
      action: "Für die Anden packen",
    },
    hiking: {
      eyebrow: "Für die nächste Tour",
      title: "Der Weg beginnt an den Füßen",
      text: "Fünf Schuhe, die auf nassem Fels halten und lange Abstiege verzeihen. Finden Sie den, der ab Tag eins passt.",
      action: "Wanderschuhe finden",
    },
  },
  tips: {
    standard: {
      title: "Unsere Packliste",
      text: "Was wir mitnehmen, vom Tagesausflug bis zu zwei Wochen.",
      action: "Packliste lesen",
    },
    checklist: {
      title: "Fünfzehn Dinge, nichts vergessen",
      text: "Die Liste, die an unserer Werkstatttür hängt.",
      action: "Checkliste öffnen",
    },
    question: {
      title: "An Ersatzschnürsenkel gedacht?",
      text: "Die meisten vergessen dieselben fünf Dinge. Hier sind sie.",
      action: "Die fünf Dinge zeigen",
    },
  },
  home: {
    title: "Ausrüstung für den schöneren Umweg",
    description:
      "Almweg verkauft Schuhe, Zelte, Rucksäcke und Reiseausrüstung, die halten: im Regen erprobt, in der Werkstatt repariert.",
    departments: "Wohin geht es?",
    favourites: "Was andere nach Hause tragen",
    privacyTitle: "Wir merken uns nichts. Ihr Gerät schon.",
    privacyText:
      "Wenn Sie zustimmen, richtet sich dieser Shop nach dem, was Sie sich ansehen. Das Profil bleibt in Ihrem eigenen Browser: kein Cookie, kein Konto, keine Dritten. Sie können es jederzeit lesen und löschen.",
  },
  product: {
    add: "In den Warenkorb",
    added: "Im Warenkorb",
    size: "Größe",
    inStock: "Auf Lager, in 2–3 Tagen bei Ihnen",
    vat: "inkl. MwSt., zzgl. Versand",
    weight: "Gewicht",
    material: "Material",
    details: "Einzelheiten",
    brand: "Marke",
    related: "Passt dazu",
    products: "Produkte",
    reviews: "Bewertungen",
    ratingOf: "von 5 Sternen",
    samePrice: "Hier sehen alle denselben Preis.",
  },
  search: {
    title: "Suche",
    label: "Was suchen Sie?",
    button: "Suchen",
    none: "Nichts gefunden. Versuchen Sie es mit einem kürzeren Wort, oder sehen Sie sich unten alles an.",
  },
  cart: {
    title: "Ihr Warenkorb",
    empty: "Hier ist noch nichts.",
    emptyAction: "Umsehen",
    remove: "Entfernen",
    quantity: "Menge",
    total: "Summe",
    shipping: "Versand",
    free: "kostenlos",
    toCheckout: "Zur Kasse",
    checkoutTitle: "Kasse",
    address: "Lieferadresse",
    fields: ["Name", "Straße und Hausnummer", "Postleitzahl und Ort"],
    payment: "Zahlung",
    payLater: "Auf Rechnung, binnen 30 Tagen",
    order: "Bestellen",
    nothingSent:
      "Das ist eine Vorführung: Nichts, was Sie eintippen, wird gesendet, und nichts wird geliefert.",
    summary: "Ihre Bestellung",
    thanksTitle: "Danke, und gute Tour!",
    thanksText:
      "Ihre erfundene Bestellung ist auf ihrem erfundenen Weg. Nichts wurde gesendet, nichts wird abgebucht.",
    thanksAction: "Zurück in den Shop",
  },
  myData: {
    title: "Was dieser Shop über mich weiß",
    intro:
      "Alles hier wird in diesem Augenblick aus diesem Browser gelesen. Der Server des Shops hat es nicht und kann nicht danach fragen.",
    choice: "Ihre Wahl",
    personalization: "Persönliche Inhalte",
    statistics: "Anonyme Statistik",
    states: { unknown: "nicht entschieden", granted: "erlaubt", denied: "abgelehnt" },
    change: "Meine Wahl ändern",
    withdraw: "Einwilligung widerrufen",
    facts: [
      "Das Profil liegt im Speicher dieses Browsers und wird spätestens nach 13 Monaten gelöscht.",
      "Das Gerät verlassen zufällig verfälschte Antworten, und nur, wenn Sie die Statistik erlaubt haben. Keine einzelne sagt etwas über Sie.",
      "Themen wie Gesundheit, Religion oder Politik werden nie gespeichert.",
      "Den Warenkorb führt der Shop selbst, unter dem Namen almweg-cart in diesem Browser.",
    ],
  },
  guide: {
    title: "Die Packliste",
    intro: "Sie hängt an unserer Werkstatttür und ist in zwanzig Sommern gewachsen.",
    lists: [
      {
        title: "Für einen Tag",
        items: [
          "Eingelaufene Schuhe",
          "Regenjacke",
          "Merinosocken",
          "Ein halber Liter Wasser mehr als gedacht",
          "Ersatzschnürsenkel",
        ],
      },
      {
        title: "Für eine Nacht",
        items: [
          "Zelt mit allen Heringen",
          "Schlafsack",
          "Matte",
          "Stirnlampe und ein zweiter Akku",
          "Etwas Warmes zum Frühstück",
        ],
      },
      {
        title: "Für eine lange Reise",
        items: [
          "Duffel",
          "Packwürfel",
          "Filterflasche",
          "Passtasche",
          "Ein Buch, das man liegen lassen darf",
        ],
      },
    ],
  },
  imprint: {
    title: "Impressum",
    paragraphs: [
      "Almweg ist ein erfundener Shop. Er zeigt, was Heimspiel kann, verkauft nichts und liefert nichts.",
      "Almweg Versand (erfunden), Am Almweg 1, 83000 Bergen. Vertreten durch Resi Steinbock.",
      "Alle Marken, Produkte, Preise, Bewertungen und Personen auf diesen Seiten sind erfunden. Die Bilder wurden für diesen Shop gezeichnet.",
    ],
  },
  missing: {
    title: "Dieser Weg endet hier",
    text: "Die Seite gibt es nicht oder nicht mehr. Der Wegweiser zeigt zurück zum Start.",
  },
  footer: {
    shop: "Shop",
    service: "Service",
    privacy: "Datenschutz",
    consent: "Datenschutz-Wahl",
    invented: "Ein erfundener Shop, der Heimspiel vorführt. Hier wird nichts verkauft.",
  },
  manual: {
    label: "Ihre Datenschutz-Wahl",
    text: "Darf sich dieser Shop nach dem richten, was Sie sich ansehen, und anonym zählen, was geholfen hat? Das Profil bleibt auf Ihrem Gerät.",
    accept: "Ja, anpassen",
    reject: "Nein, danke",
  },
};
