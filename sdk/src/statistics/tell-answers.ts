import type { Said, StatisticsRecord } from "./record.js";

/** An answer that left the device, in plain words. */
export interface SentAnswer {
  /** The day, ISO 8601. */
  date: string;
  question: string;
  said: string;
  epsilon: number;
  /** What it can reveal, and what it cannot. */
  meaning: string;
  /** Whether it still waits on the device. */
  waits: boolean;
}

/** How answers are told. */
export interface Telling {
  language: "en" | "de";
  /** What topics are called, by id. */
  labels?: Readonly<Record<string, string>>;
}

const en = {
  slot: "What came of the place “$”?",
  late: "Which version of “$” was seen before its goal was reached later?",
  uplift: "Was the goal of “$” reached?",
  topics: "What is one of the topics of interest?",
  pairs: "Bought what, looked at what next?",
  said: "said",
  names: { none: "nothing", seen: "seen", clicked: "clicked", goal: "goal reached" },
  more: "more",
  arms: ["personal content off", "personal content on"],
  meaning: (cells: number, percent: number, odds: number): string =>
    `If all ${cells} answers were equally likely before, the truth is among those said with a probability of ${percent} %. The odds of any guess change at most ${odds}-fold. Nobody can tell truth from chance.`,
  clear: {
    late: " In clear: that the goal was reached.",
    uplift: " In clear: on or off, which was drawn at random.",
  },
};

const de: typeof en = {
  slot: "Was wurde aus dem Platz „$“?",
  late: "Welche Fassung von „$“ war zu sehen, bevor später ihr Ziel erreicht wurde?",
  uplift: "Wurde das Ziel von „$“ erreicht?",
  topics: "Was ist eines der Themen von Interesse?",
  pairs: "Was gekauft, was danach angesehen?",
  said: "gesagt",
  names: { none: "nichts", seen: "gesehen", clicked: "angeklickt", goal: "Ziel erreicht" },
  more: "weitere",
  arms: ["persönlicher Inhalt aus", "persönlicher Inhalt an"],
  meaning: (cells, percent, odds) =>
    `Wären alle ${cells} Antworten vorher gleich wahrscheinlich, so ist die Wahrheit mit ${percent} % unter den gesagten. Die Chancen jeder Vermutung ändern sich höchstens ${odds}-fach. Niemand kann Wahrheit von Zufall unterscheiden.`,
  clear: {
    late: " Offen: dass das Ziel erreicht wurde.",
    uplift: " Offen: an oder aus, was ausgelost wurde.",
  },
};

type Kind = "slot" | "late" | "uplift" | "topics" | "pairs";

/**
 * Every answer the device has given, the latest first: the question, what was said, and what that can reveal. The true
 * one is in the set said with p = ωe^ε/(ωe^ε+k−ω) if all are equally likely; posterior odds are at most e^ε times the
 * prior ones, whatever those are (Dwork & Roth 2014, https://doi.org/10.1561/0400000042).
 * @example tellAnswers(record, { language: "en" })[0]?.said // "said: hiking: seen"
 */
export function tellAnswers({ said, queue }: StatisticsRecord, telling: Telling): SentAnswer[] {
  const texts = telling.language === "de" ? de : en;
  const clear: Partial<Record<Kind, string>> = texts.clear;
  const tell = ({ at, q, cells, eps, set, names, arm }: Said): SentAnswer => {
    const [kind, slot = ""] = q.split(":") as [Kind, string?];
    const epsilon = eps / 1e6;
    const odds = Math.exp(epsilon);
    const p = (set * odds) / (set * odds + cells - set);
    const words = names.map((name) => wordsOf(name, { ...texts.names, ...(!slot && telling.labels) }));
    if (set > names.length) words.push(`+ ${set - names.length} ${texts.more}`);
    if (arm !== undefined) words.push(texts.arms[arm] as string);
    return {
      date: new Date(at).toISOString().slice(0, 10),
      question: texts[kind].replace("$", () => slot),
      said: `${texts.said}: ${words.join(", ")}`,
      epsilon,
      meaning: texts.meaning(cells, Math.round(100 * p), Math.ceil(odds)) + (clear[kind] ?? ""),
      waits: queue.some((report) => report.at === at),
    };
  };
  return said.map(tell).reverse();
}

/** A cell's name in words: "hiking:seen", "boots>socks", "none". */
const wordsOf = (name: string, words: Readonly<Record<string, string>>): string =>
  name
    .split(/[:>]/)
    .map((part) => (Object.hasOwn(words, part) ? words[part] : part))
    .join(" → ");
