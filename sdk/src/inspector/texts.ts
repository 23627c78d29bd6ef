import type { ReportView, State, Why } from "./view.js";

/** The languages the inspector speaks. */
export type Language = "en" | "de";

/** Every word of the inspector in one language. */
export interface Texts {
  readonly title: string;
  readonly close: string;
  readonly fold: string;
  readonly slots: string;
  readonly noSlots: string;
  readonly states: Readonly<Record<State, string>>;
  readonly why: Readonly<Record<Why, string>>;
  readonly default: string;
  readonly because: string;
  readonly now: string;
  readonly absent: string;
  readonly find: string;
  readonly facts: string;
  readonly noFacts: string;
  readonly simulate: string;
  readonly simulateText: string;
  readonly be: (persona: string) => string;
  readonly noPersonas: string;
  readonly fact: string;
  readonly value: string;
  readonly assume: string;
  readonly drawAnew: string;
  readonly simulated: string;
  readonly link: string;
  readonly copy: string;
  readonly copied: string;
  readonly end: string;
  readonly warnings: string;
  readonly noWarnings: string;
  readonly report: string;
  readonly reported: (report: ReportView) => string;
  readonly unreported: Readonly<Record<"simulated" | "no-consent" | "no-collector" | "unmet", string>>;
}

export const texts: Readonly<Record<Language, Texts>> = {
  en: {
    title: "Heimspiel inspector",
    close: "Close",
    fold: "Fold",
    slots: "Slots",
    noSlots: "There are no slots on this page.",
    states: {
      personalized: "personalized",
      default: "default",
      holdout: "holdout",
      "no-consent": "no consent",
      capped: "held back",
      timeout: "too late",
      conflict: "conflict",
      waiting: "undecided",
    },
    why: {
      shown: "Shown.",
      condition: "Its condition is not met.",
      muted: "The visitor does not want its topic.",
      resting: "Its topic rests after a purchase.",
      cap: "Shown as often as its cap allows.",
      fatigue: "Shown too often without a click; it rests.",
      dose: "This page already has as many personal slots as one page may have.",
      holdout: "This device is in the holdout: it keeps the default, for comparison.",
      namespace: "This device is not in the share that takes part in this experiment.",
      assigned: "The test has not drawn it for this device.",
      later: "It would fit, but the shown one comes before it.",
      stays: "It would fit, but what has been painted stays as it is on this page view.",
      conflict: "The page's own script has written into the slot.",
      "no-consent": "Without consent nothing is decided.",
      unreadable: "It cannot be read; see the warnings.",
    },
    default: "the default",
    because: "because",
    now: "now",
    absent: "absent",
    find: "Go to it",
    facts: "Facts",
    noFacts: "Without consent there are none. Simulate a visitor to see some.",
    simulate: "Simulate a visitor",
    simulateText: "Decides this page for someone else. Your own profile is neither used nor changed.",
    be: (persona) => `Be “${persona}”`,
    noPersonas: "The manifest has no personas; set facts one by one.",
    fact: "Fact",
    value: "Value",
    assume: "Set",
    drawAnew: "On another device",
    simulated: "A simulated visitor. Nothing is learnt, kept or reported.",
    link: "Link to this",
    copy: "Copy link",
    copied: "Copied",
    end: "End",
    warnings: "Warnings",
    noWarnings: "The linter found nothing on this page and in the manifest.",
    report: "Would be reported",
    reported: ({ cell, cells, epsilon, goal }) =>
      `“${cell}”, one of ${cells} answers, randomly altered (ε = ${epsilon})${
        goal
          ? `; and “goal ${goal.isReached ? "reached" : "not reached"}”, ${goal.isOffered ? "offered" : "held out"}, altered likewise`
          : ""
      }.`,
    unreported: {
      simulated: "Nothing: this visitor is simulated.",
      "no-consent": "Nothing: there is no consent to statistics.",
      "no-collector": "Nothing: the script tag names no site and collector.",
      unmet: "Nothing so far.",
    },
  },
  de: {
    title: "Heimspiel-Inspektor",
    close: "Schließen",
    fold: "Einklappen",
    slots: "Slots",
    noSlots: "Auf dieser Seite gibt es keine Slots.",
    states: {
      personalized: "persönlich",
      default: "Standard",
      holdout: "Vergleichsgruppe",
      "no-consent": "keine Einwilligung",
      capped: "zurückgehalten",
      timeout: "zu spät",
      conflict: "Konflikt",
      waiting: "offen",
    },
    why: {
      shown: "Wird gezeigt.",
      condition: "Die Bedingung trifft nicht zu.",
      muted: "Der Besucher will das Thema nicht.",
      resting: "Das Thema ruht nach einem Kauf.",
      cap: "So oft gezeigt, wie die Obergrenze erlaubt.",
      fatigue: "Zu oft ohne Klick gezeigt; die Variante ruht.",
      dose: "Die Seite hat schon so viele persönliche Slots, wie eine Seite haben darf.",
      holdout: "Das Gerät ist in der Vergleichsgruppe: Es behält den Standard.",
      namespace: "Das Gerät gehört nicht zu dem Anteil, der an diesem Experiment teilnimmt.",
      assigned: "Der Test hat sie für dieses Gerät nicht gezogen.",
      later: "Würde passen, aber die gezeigte kommt vor ihr.",
      stays: "Würde passen, aber was schon zu sehen war, bleibt bei diesem Seitenaufruf.",
      conflict: "Ein Skript der Seite hat in den Slot geschrieben.",
      "no-consent": "Ohne Einwilligung wird nichts entschieden.",
      unreadable: "Nicht lesbar; siehe Warnungen.",
    },
    default: "der Standard",
    because: "wegen",
    now: "jetzt",
    absent: "fehlt",
    find: "Hingehen",
    facts: "Fakten",
    noFacts: "Ohne Einwilligung gibt es keine. Simuliere einen Besucher, um welche zu sehen.",
    simulate: "Besucher simulieren",
    simulateText:
      "Entscheidet diese Seite für jemand anderen. Ihr eigenes Profil wird dafür weder benutzt noch verändert.",
    be: (persona) => `„${persona}“ sein`,
    noPersonas: "Das Manifest nennt keine Personas; setze einzelne Fakten.",
    fact: "Fakt",
    value: "Wert",
    assume: "Setzen",
    drawAnew: "Auf einem anderen Gerät",
    simulated: "Ein simulierter Besucher. Nichts wird gelernt, behalten oder gemeldet.",
    link: "Link hierher",
    copy: "Link kopieren",
    copied: "Kopiert",
    end: "Beenden",
    warnings: "Warnungen",
    noWarnings: "Der Linter hat auf dieser Seite und im Manifest nichts gefunden.",
    report: "Würde gemeldet",
    reported: ({ cell, cells, epsilon, goal }) =>
      `„${cell}“, eine von ${cells} Antworten, zufällig verändert (ε = ${epsilon})${
        goal
          ? `; dazu „Ziel ${goal.isReached ? "erreicht" : "nicht erreicht"}“, ${goal.isOffered ? "angeboten" : "Vergleichsgruppe"}, ebenso verändert`
          : ""
      }.`,
    unreported: {
      simulated: "Nichts: Dieser Besucher ist simuliert.",
      "no-consent": "Nichts: Der Statistik ist nicht zugestimmt.",
      "no-collector": "Nichts: Das Skript-Tag nennt keine Site und keinen Collector.",
      unmet: "Bisher nichts.",
    },
  },
};
