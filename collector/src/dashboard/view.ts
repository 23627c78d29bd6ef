import { dayText } from "../results/index.js";
import type { Language } from "./language.js";
import { texts, type Texts } from "./texts.js";

/** What every page needs to speak the reader's language. */
export interface View {
  readonly language: Language;
  readonly text: Texts;
  /** `0.123` as `12.3 %`. */
  readonly percent: (share: number) => string;
  /** The same for an axis, without a needless decimal. */
  readonly percentTick: (share: number) => string;
  /** `0.0123` as `+1.2 pp`. */
  readonly points: (share: number) => string;
  /** `-0.05` and `0.0123` as `−5.0 to +1.2 pp`. */
  readonly pointsRange: (low: number, high: number) => string;
  /** `0.02` as `+2`, for an axis in percentage points. */
  readonly tick: (share: number) => string;
  /** A share's interval, kept within 0…1, where shares live. */
  readonly range: (low: number, high: number) => string;
  readonly count: (n: number) => string;
  readonly day: (day: number) => string;
  /** A link within the dashboard, relative, that keeps the language. */
  readonly link: (path: string, query?: Readonly<Record<string, string | undefined>>) => string;
}

// A minus sign is as wide as the plus sign under it; Intl writes a hyphen.
const signed = (share: number, format: Intl.NumberFormat): string =>
  format.format(share * 100).replace("-", "−");

const clip = (share: number): number => Math.min(1, Math.max(0, share));

/** @param chosen the language the reader asked for in the address, which links then keep */
export function createView(language: Language, chosen: boolean): View {
  const text = texts[language];
  const format = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(language, options);
  const percent = format({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percentTick = format({ style: "percent", maximumFractionDigits: 1 });
  const points = format({ signDisplay: "exceptZero", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const tick = format({ signDisplay: "exceptZero", maximumFractionDigits: 1 });
  const count = format({ maximumFractionDigits: 2 });
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  return {
    language,
    text,
    percent: (share) => percent.format(share),
    percentTick: (share) => percentTick.format(share),
    points: (share) => `${signed(share, points)} ${text.points}`,
    pointsRange: (low, high) => `${signed(low, points)} ${text.until} ${signed(high, points)} ${text.points}`,
    tick: (share) => signed(share, tick),
    range: (low, high) => `${percent.format(clip(low))} – ${percent.format(clip(high))}`,
    count: (n) => count.format(n),
    day: (day) => date.format(Date.parse(dayText(day))),
    link: (path, query = {}) => addressOf(path, { ...query, ...(chosen && { lang: language }) }),
  };
}

/** A relative address with a query; parameters that are undefined are left out. */
export function addressOf(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const text = new URLSearchParams(given).toString();
  return text === "" ? path : `${path}?${text}`;
}
