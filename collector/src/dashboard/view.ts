import { dayText } from "../results/index.js";
import { texts, type Language } from "./language.js";
import type { Texts } from "./texts.js";

/** What every page needs to speak the reader's language. */
export interface View {
  readonly language: Language;
  readonly text: Texts;
  /** `0.123` as `12.3 %`. */
  readonly percent: (share: number) => string;
  /** `0.0123` as `+1.2 pp`. */
  readonly points: (share: number) => string;
  /** `-0.05` and `0.0123` as `−5 to +1.2 pp`. */
  readonly pointsRange: (low: number, high: number) => string;
  /** `0.02` as `+2`, for an axis in percentage points. */
  readonly tick: (share: number) => string;
  /** A share's interval, kept within 0…1, where shares live. */
  readonly range: (low: number, high: number) => string;
  readonly count: (n: number) => string;
  readonly day: (day: number) => string;
  /** A link within the dashboard, relative, that keeps the language. */
  readonly link: (path: string, query?: Readonly<Record<string, string>>) => string;
}

// A minus sign is as wide as the plus sign under it; Intl writes a hyphen.
const signed = (share: number, format: Intl.NumberFormat): string =>
  format.format(share * 100).replace("-", "−");

export const clip = (share: number): number => Math.min(1, Math.max(0, share));

/** @param chosen the language the reader asked for in the address, which links then keep */
export function createView(language: Language, chosen: boolean): View {
  const format = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(language, options);
  const percent = format({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const points = format({ signDisplay: "exceptZero", minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const count = format({});
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  return {
    language,
    text: texts[language],
    percent: (share) => percent.format(share),
    points: (share) => `${signed(share, points)} ${texts[language].points}`,
    pointsRange: (low, high) =>
      `${signed(low, points)} ${texts[language].until} ${signed(high, points)} ${texts[language].points}`,
    tick: (share) => signed(share, format({ signDisplay: "exceptZero", maximumFractionDigits: 1 })),
    range: (low, high) => `${percent.format(clip(low))} – ${percent.format(clip(high))}`,
    count: (n) => count.format(n),
    day: (day) => date.format(Date.parse(dayText(day))),
    link: (path, query = {}) => {
      const all = new URLSearchParams({ ...query, ...(chosen && { lang: language }) }).toString();
      return all === "" ? path : `${path}?${all}`;
    },
  };
}
