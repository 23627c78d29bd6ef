import type { Language } from "../language.js";
import type { Maker } from "../parts.js";
import { drawPicture } from "./picture.js";
import type { Recap, Traces } from "./ports.js";
import { sceneOf } from "./scene.js";
import type { RecapTexts } from "./texts.js";

/** What a recap is drawn with. */
export interface Pens {
  document: Document;
  make: Maker;
  t: RecapTexts;
  lang: Language;
  /** Saves the picture. */
  button: HTMLElement;
}

/** The picture, and in words what it shows and what it leaves out. */
export function drawRecap(pens: Pens, recap: Recap): HTMLElement[] {
  const { make, t, lang } = pens;
  const { visits, topics, resting, told } = recap;
  const numbers = tracesOf(pens, t.visits(visits), recap);
  const head = [
    make("h2", { part: "heading" }, recap.long ? t.title : t.early),
    make("p", { part: "intro" }, t.intro),
    make("p", { part: "numbers" }, numbers.join(dot)),
  ];
  const words: readonly (readonly [title: string, rows: readonly Row[]])[] = [
    [t.topics, topics.map((topic) => [topic.label, tracesOf(pens, `${topic.percent} %`, topic).join(dot)])],
    [t.resting, resting.map(([label, until]) => [label, t.until(dayOf(lang, until))])],
    [t.told, told.map(([name, value]) => [name.replaceAll("-", " "), valueOf(pens, value)])],
  ];
  return [
    make("div", { part: "head" }, ...head),
    make("div", { part: "picture" }, ...drawFigure(pens, recap, numbers)),
    make("div", { part: "words" }, ...words.flatMap(([title, rows]) => section(pens, title, rows))),
  ];
}

/** The picture with its legend, and the way to keep it. */
function drawFigure(
  { document, make, t, button }: Pens,
  recap: Recap,
  numbers: readonly string[],
): Element[] {
  const foot = [numbers.slice(0, -1).join(dot), ...numbers.slice(-1), t.origin];
  const shapes = sceneOf(recap, t.lead, foot);
  return [
    drawPicture(document, shapes, { title: `${t.lead} ${recap.shop}`, text: t.legend }),
    make("small", {}, t.legend),
    button,
    make("small", {}, t.file),
  ];
}

/** A name, and what is said of it. */
type Row = readonly [name: string, text: string];

/** A list with its heading; nothing where it is empty. */
function section({ make }: Pens, title: string, rows: readonly Row[]): HTMLElement[] {
  if (rows.length === 0) return [];
  const items = rows.map(([name, text]) => make("li", {}, make("b", {}, name), make("small", {}, text)));
  return [make("section", {}, make("h3", {}, title), make("ul", {}, ...items))];
}

const dot = " · ";

/** "68 %", "3 pages", "since 5 May 2026" */
const tracesOf = ({ t, lang }: Pens, first: string, { pages, since }: Traces): string[] => [
  first,
  ...(pages > 0 ? [t.pages(pages)] : []),
  t.since(dayOf(lang, since)),
];

const valueOf = ({ t }: Pens, value: string | number | boolean): string =>
  typeof value === "boolean" ? (value ? t.yes : t.no) : String(value);

/** A day in words; days are kept as midnights UTC. */
const dayOf = (lang: Language, at: number): string =>
  new Intl.DateTimeFormat(lang === "de" ? "de" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(at);
