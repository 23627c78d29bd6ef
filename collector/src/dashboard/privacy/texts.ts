import type { Language } from "../language.js";

const en = {
  lead: "Everything that visitors’ devices are asked, what an answer can give away, and what is kept here.",
  howTitle: "How it works",
  how1: "A device answers at the end of a visit, and only if its visitor has agreed to statistics. Before the answer leaves, the device throws dice: with a known probability it says something else than the truth. Nobody can tell whether a single answer is true, neither this server nor whoever reads the network or takes the database.",
  how2: "Because the probability is known exactly, the noise can be taken out of the sum of many answers. That is what the results show, and why they need at least 100 answers.",
  how3: "ε (epsilon) says how much one answer can give away: whatever was thought likely of a visitor before, the odds change by a factor of at most e to the power of ε. The table says it in an example: a suspicion that stood at 50 in 100 can become as strong as shown, never stronger.",
  budgetTitle: "The weekly budget",
  budget: (epsilon: string): string =>
    `All answers of a device together may cost at most ε = ${epsilon} in any seven days, on this site’s pages. The device keeps the account itself, before it sends anything, and nothing is ever paid back. When the budget is spent, it is silent. If it is too small for all questions, the device draws which of them it answers, without looking at the answers.`,
  budgetLabel: (cost: string, of: string): string => `one answer costs ${cost} of ${of}`,
  questionsTitle: "The questions",
  none: "No question has 20 answers yet; it is listed here from then on.",
  few: (count: string): string =>
    `Not listed, since they have under 20 answers: ${count}. Such questions are forgotten after three days, with their answers.`,
  question: "Question",
  epsilon: "ε",
  mechanism: "How it is randomized",
  most: "What it can give away",
  received: "Received",
  guess: (percent: string): string => `50% suspicion → ${percent} at most`,
  ss: (omega: string, cells: string, p: string): string =>
    `Names ${omega} of ${cells} possible answers; the true one is among them with ${p}`,
  rr: (p: string): string => `Says the truth with ${p}, else the opposite`,
  methods: { ss: "subset selection", rr: "randomized response" },
  kinds: {
    slot: (name: string): string => `Which variant of “${name}” was seen in the visit, and what came of it`,
    uplift: (name: string): string =>
      `Whether the goal of “${name}” was reached. The group, held out or not, is told truly: it is drawn at random and says nothing about anybody`,
    late: (name: string): string =>
      `Which variant of “${name}” had been seen, when the goal was reached after the visit`,
    topics: (): string => "One of the visitor’s topics of interest, drawn at random, or none",
    pairs: (): string => "One pair, drawn at random: bought something of one topic, then looked at another",
    other: (name: string): string => name,
  },
  canTitle: "What an answer can reveal",
  can: [
    "a little more or less suspicion about one thing in one visit, as far as the table says",
    "that a device with statistics allowed visited a page with this slot on that day",
    "if the same device answers again, a little more each time, as far as the weekly budget allows",
  ] as readonly string[],
  cannotTitle: "What it cannot reveal",
  cannot: [
    "for certain, what any visitor did, saw or likes",
    "who answered: there is no visitor number, cookie, address or browser name in it",
    "which answers came from the same device: every report has a new random number, used only to refuse repeats and deleted after three days",
    "a time: only the day is told",
  ] as readonly string[],
  keptTitle: "What is kept here",
  kept: "Sums only: for each question and day, how many answers there were and how often each possible answer was named. A single answer is added up and then gone. Neither addresses nor browser names are written to disk or to the log.",
};

const de: typeof en = {
  lead: "Alles, wonach die Geräte der Besucher gefragt werden, was eine Antwort verraten kann und was hier aufbewahrt wird.",
  howTitle: "Wie es geht",
  how1: "Ein Gerät antwortet am Ende eines Besuchs, und nur, wenn der Besucher der Statistik zugestimmt hat. Bevor die Antwort das Gerät verlässt, würfelt es: Mit bekannter Wahrscheinlichkeit sagt es etwas anderes als die Wahrheit. Ob eine einzelne Antwort stimmt, kann niemand wissen, weder dieser Server noch wer das Netz mitliest oder die Datenbank entwendet.",
  how2: "Weil die Wahrscheinlichkeit genau bekannt ist, lässt sich das Rauschen aus der Summe vieler Antworten herausrechnen. Das zeigen die Ergebnisse, und darum brauchen sie mindestens 100 Antworten.",
  how3: "ε (Epsilon) sagt, wie viel eine Antwort verraten kann: Was man vorher auch vermutet hat, das Verhältnis von Ja zu Nein ändert sich höchstens um den Faktor e hoch ε. Die Tabelle nennt ein Beispiel: So stark kann ein Verdacht werden, der bei 50 von 100 stand, stärker nie.",
  budgetTitle: "Das Wochenbudget",
  budget: (epsilon: string): string =>
    `Alle Antworten eines Geräts zusammen dürfen in sieben Tagen höchstens ε = ${epsilon} kosten, auf den Seiten dieser Website. Das Gerät führt selbst Buch, bevor es etwas sendet, und nichts wird je gutgeschrieben. Ist das Budget verbraucht, schweigt es. Reicht es nicht für alle Fragen, lost das Gerät aus, welche es beantwortet, ohne auf die Antworten zu sehen.`,
  budgetLabel: (cost: string, of: string): string => `eine Antwort kostet ${cost} von ${of}`,
  questionsTitle: "Die Fragen",
  none: "Noch hat keine Frage 20 Antworten; ab dann steht sie hier.",
  few: (count: string): string =>
    `Nicht aufgeführt, weil sie unter 20 Antworten haben: ${count}. Solche Fragen werden nach drei Tagen samt ihren Antworten vergessen.`,
  question: "Frage",
  epsilon: "ε",
  mechanism: "Wie verrauscht wird",
  most: "Was sie verraten kann",
  received: "Erhalten",
  guess: (percent: string): string => `50 % Verdacht → höchstens ${percent}`,
  ss: (omega: string, cells: string, p: string): string =>
    `Nennt ${omega} von ${cells} möglichen Antworten; die wahre ist mit ${p} darunter`,
  rr: (p: string): string => `Sagt mit ${p} die Wahrheit, sonst das Gegenteil`,
  methods: { ss: "Teilmengenauswahl", rr: "Randomized Response" },
  kinds: {
    slot: (name: string): string =>
      `Welche Variante von „${name}“ im Besuch gesehen wurde und was daraus wurde`,
    uplift: (name: string): string =>
      `Ob das Ziel von „${name}“ erreicht wurde. Die Gruppe, ausgelassen oder nicht, wird wahr genannt: Sie ist ausgelost und sagt über niemanden etwas`,
    late: (name: string): string =>
      `Welche Variante von „${name}“ gesehen worden war, wenn das Ziel nach dem Besuch erreicht wurde`,
    topics: (): string => "Eines der Themen, für die sich der Besucher interessiert, ausgelost, oder keines",
    pairs: (): string => "Ein ausgelostes Paar: etwas aus einem Thema gekauft, danach ein anderes angesehen",
    other: (name: string): string => name,
  },
  canTitle: "Was eine Antwort verraten kann",
  can: [
    "ein wenig mehr oder weniger Verdacht über eine Sache in einem Besuch, so weit die Tabelle sagt",
    "dass ein Gerät mit erlaubter Statistik an diesem Tag eine Seite mit diesem Platz besucht hat",
    "antwortet dasselbe Gerät wieder, jedes Mal ein wenig mehr, so weit das Wochenbudget reicht",
  ],
  cannotTitle: "Was sie nicht verraten kann",
  cannot: [
    "mit Sicherheit, was irgendein Besucher getan, gesehen oder gern hat",
    "wer geantwortet hat: Es gibt darin keine Besuchernummer, kein Cookie, keine Adresse, keinen Browsernamen",
    "welche Antworten vom selben Gerät kamen: Jeder Bericht hat eine neue Zufallsnummer, die nur Wiederholungen abweist und nach drei Tagen gelöscht wird",
    "eine Uhrzeit: Genannt wird nur der Tag",
  ],
  keptTitle: "Was hier aufbewahrt wird",
  kept: "Nur Summen: zu jeder Frage und jedem Tag, wie viele Antworten es gab und wie oft jede mögliche Antwort genannt wurde. Eine einzelne Antwort wird addiert und ist dann fort. Weder Adressen noch Browsernamen kommen auf die Festplatte oder ins Protokoll.",
};

export type PrivacyTexts = typeof en;
export const privacyTexts: Readonly<Record<Language, PrivacyTexts>> = { en, de };
