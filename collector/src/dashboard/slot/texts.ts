import type { Language } from "../language.js";

const en = {
  back: "All slots",
  missingTitle: "Not found",
  missing: "There is no such slot, or nobody has answered for it.",
  heldOut: "Held out",
  offered: "Offered",
  group: "Group",
  variant: "Variant",
  pair: "Pair",
  effect: "Effect",
  epsilon: "Privacy ε",
  period: "Period",
  from: "From",
  to: "To",
  show: "Show",
  lastDays: (days: string): string => `${days} days`,
  all: "All",
  upliftTitle: "Does the slot help?",
  upliftLead:
    "Devices are held out at random, so the difference between the two groups is the effect of offering the slot.",
  upliftNone:
    "This slot has no holdout (data-heim-holdout), so its effect cannot be told. With one, a share of the devices keeps the default, for comparison.",
  up: "Both intervals are above zero: the slot helps, and this holds however often you look.",
  down: "Both intervals are below zero: the slot hurts, and this holds however often you look.",
  hint: "The 95% interval leaves out zero, the interval for looking at any time does not: a hint, not yet a finding.",
  none: "The intervals include zero: no effect can be told yet, in either direction.",
  early: "Not enough data: each group needs at least 100 answers.",
  anytime:
    "The thin line may be looked at as often as you like: the chance that the truth is ever outside it is at most 5%. The broad line, the 95% interval, is right for one look on a day that was fixed beforehand.",
  ratio: (observed: string, expected: string): string =>
    `The groups are not as large as they should be: ${observed} instead of ${expected}, and chance would do that less than once in 1,000 times. Something is broken, such as a cache or a blocked page. Do not trust comparisons until it is found.`,
  goalTitle: "Reached the goal",
  goalLead: "Of the visits that saw the variant, the share that reached the goal.",
  late: (answers: string): string =>
    `Goals reached up to 28 days after the visit are included, from ${answers} later answers.`,
  clickedTitle: "Clicked",
  clickedLead: "Of the visits that saw the variant, the share that clicked it or reached the goal.",
  seenTitle: "Saw it",
  seenLead: "Share of all visits to a page with this slot.",
  variantsTitle: "Variants",
  differencesTitle: "Variants compared",
  differencesLead:
    "Difference in goal rates. Where conditions decide who sees what, the visitors differ, too; only a slot with choose=test compares like with like.",
  details: "Every answer, as estimated",
  cell: "Answer",
  versions: "Earlier variants of this slot",
  versionsLead: "Whenever a slot’s variants are changed, a new count begins.",
  readTitle: "How to read this",
  read1:
    "Every answer was randomized on the visitor’s device before it was sent, so nobody, this server included, knows what any one visitor did. The noise is known exactly and is taken out of the sum.",
  read2:
    "The dot is the estimate. Both lines cover chance and privacy noise together. If two intervals overlap widely, the difference may be chance.",
  read3:
    "“Not enough data” stands where a number could be nothing but noise: under 100 answers, or under three standard errors.",
};

const de: typeof en = {
  back: "Alle Plätze",
  missingTitle: "Nicht gefunden",
  missing: "Diesen Platz gibt es nicht, oder niemand hat für ihn geantwortet.",
  heldOut: "Ausgelassen",
  offered: "Angeboten",
  group: "Gruppe",
  variant: "Variante",
  pair: "Paar",
  effect: "Wirkung",
  epsilon: "Privatheit ε",
  period: "Zeitraum",
  from: "Von",
  to: "Bis",
  show: "Anzeigen",
  lastDays: (days: string): string => `${days} Tage`,
  all: "Alles",
  upliftTitle: "Hilft der Platz?",
  upliftLead:
    "Wer ausgelassen wird, bestimmt der Zufall; der Unterschied der beiden Gruppen ist also die Wirkung des Angebots.",
  upliftNone:
    "Dieser Platz lässt niemanden aus (data-heim-holdout), seine Wirkung ist deshalb nicht zu ermitteln. Mit einer solchen Vergleichsgruppe behält ein Teil der Geräte die Vorgabe.",
  up: "Beide Intervalle liegen über null: Der Platz hilft, und das gilt, so oft Sie auch hinsehen.",
  down: "Beide Intervalle liegen unter null: Der Platz schadet, und das gilt, so oft Sie auch hinsehen.",
  hint: "Das 95-%-Intervall lässt die Null aus, das Intervall für jederzeitiges Hinsehen nicht: ein Hinweis, noch kein Befund.",
  none: "Die Intervalle enthalten die Null: Noch ist keine Wirkung zu erkennen, in keiner Richtung.",
  early: "Zu wenig Daten: Jede Gruppe braucht mindestens 100 Antworten.",
  anytime:
    "Auf die dünne Linie dürfen Sie sehen, so oft Sie wollen: Mit höchstens 5 % Wahrscheinlichkeit liegt die Wahrheit jemals außerhalb. Die breite Linie, das 95-%-Intervall, gilt für einen einzigen Blick an einem vorher bestimmten Tag.",
  ratio: (observed: string, expected: string): string =>
    `Die Gruppen sind nicht so groß, wie sie sein sollten: ${observed} statt ${expected}, und der Zufall bewirkt das seltener als einmal in 1.000 Fällen. Etwas ist gestört, etwa ein Cache oder eine blockierte Seite. Trauen Sie keinem Vergleich, bis es gefunden ist.`,
  goalTitle: "Ziel erreicht",
  goalLead: "Anteil der Besuche mit Ziel unter denen, die die Variante gesehen haben.",
  late: (answers: string): string =>
    `Ziele, die bis zu 28 Tage nach dem Besuch erreicht wurden, sind enthalten, aus ${answers} späteren Antworten.`,
  clickedTitle: "Geklickt",
  clickedLead: "Anteil der Besuche mit Klick oder Ziel unter denen, die die Variante gesehen haben.",
  seenTitle: "Gesehen",
  seenLead: "Anteil an allen Besuchen einer Seite mit diesem Platz.",
  variantsTitle: "Varianten",
  differencesTitle: "Varianten im Vergleich",
  differencesLead:
    "Unterschied der Zielraten. Wo Bedingungen entscheiden, wer was sieht, unterscheiden sich auch die Besucher; nur ein Platz mit choose=test vergleicht Gleiches mit Gleichem.",
  details: "Jede Antwort, wie geschätzt",
  cell: "Antwort",
  versions: "Frühere Varianten dieses Platzes",
  versionsLead: "Wenn die Varianten eines Platzes geändert werden, beginnt eine neue Zählung.",
  readTitle: "So liest man das",
  read1:
    "Jede Antwort wurde auf dem Gerät verrauscht, bevor sie gesendet wurde. Niemand, auch dieser Server nicht, weiß also, was ein einzelner Besucher getan hat. Das Rauschen ist genau bekannt und wird aus der Summe herausgerechnet.",
  read2:
    "Der Punkt ist der Schätzwert. Beide Linien umfassen Zufall und Rauschen zusammen. Überlappen sich zwei Intervalle weit, kann der Unterschied Zufall sein.",
  read3:
    "„Zu wenig Daten“ steht, wo eine Zahl bloßes Rauschen sein könnte: unter 100 Antworten oder unter drei Standardfehlern.",
};

export type SlotTexts = typeof en;
export const slotTexts: Readonly<Record<Language, SlotTexts>> = { en, de };
