import { type Catalogue, catalogues, type Language, type Words } from "./catalogue.js";
import { own } from "./names.js";
import { day } from "./policy.js";
import type { Profile } from "./profile.js";

/** How to speak: language, labels of topics by id, and the time zone of the dates (default: the device's). */
export interface Speech {
  /** ms since 1970. */
  now: number;
  language: Language;
  labels?: Readonly<Record<string, string>>;
  /** IANA name, "Europe/Berlin". */
  timeZone?: string;
}

/** Fills in what the texts of a catalogue speak of. */
export interface Speaker {
  texts: Catalogue;
  words: (of: { about?: string; value?: string; count?: number; at?: number | undefined }) => Words;
  /** The topic's label: the caller's, else the page's, else its id as words. */
  label: (id: string, profile: Profile) => string;
}

export function createSpeaker({ now, language, labels = {}, timeZone }: Speech): Speaker {
  const texts = catalogues[language];
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const format = (at: number, parts: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { ...parts, ...(timeZone && { timeZone }) }).format(at);
  const when = (at: number): { text: string; today: boolean } => {
    const weekday = format(at, { weekday: "long" });
    const same = weekday === format(now, { weekday: "long" });
    if (same && now - at < day) return { text: texts.when.today(""), today: true };
    if (!same && now - at < 7 * day) return { text: texts.when.weekday(weekday), today: false };
    const year = now - at > 300 * day ? ({ year: "numeric" } as const) : {};
    return { text: texts.when.month(format(at, { month: "long", ...year })), today: false };
  };
  return {
    texts,
    words({ about = "", value = "", count = 0, at }) {
      const time = at === undefined ? undefined : when(at);
      return {
        about,
        value,
        count: numbers.format(count),
        plural: (one, other) => (rules.select(count) === "one" ? one : other),
        when: time ? ` ${time.text}` : "",
        last: time ? texts.last(time.text, time.today) : "",
      };
    },
    label: (id, profile) => labelOf(id, profile, labels),
  };
}

/** What a topic is called: by the caller, else by the page it was met on, else by its id as words. */
export const labelOf = (id: string, { topics }: Profile, labels: Speech["labels"] = {}): string =>
  own(labels, id) ?? own(topics, id)?.label ?? id.replaceAll("-", " ");
