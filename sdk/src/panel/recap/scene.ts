import type { Recap, RecapTopic } from "./ports.js";

/** A part of the picture: an outline in the syntax of SVG's paths, or a text. */
export type Shape =
  | { readonly part: string; readonly d: string; readonly "fill-opacity"?: number }
  | { readonly part: string; readonly x: number; readonly y: number; readonly text: string };

/** The picture's size, in its own units. */
export const size = { width: 400, height: 520 };

/** So many of each there are at most. */
export const most = { hills: 5, birds: 12, tents: 3, flowers: 7 };

/** Where the meadow begins, and how far apart the rows of hills behind it stand. */
const meadow = 440;
const row = 44;

/**
 * The landscape of a recap, from back to front; the same for the same recap. Purchases and answers are counted, never named: a
 * picture is made to be shown to others. `lead` stands before the shop's name, `foot` are the lines on the meadow.
 */
export function sceneOf(
  { shop, visits, topics, resting, told }: Recap,
  lead: string,
  foot: readonly string[],
): Shape[] {
  const hills = topics.slice(0, most.hills).map(hillOf);
  return [
    ...wash("M0 0H400V520H0Z", 0.07),
    { part: "sun", d: "M56 146a31 31 0 1 0 62 0a31 31 0 1 0-62 0Z" },
    ...hills.flatMap(({ d }, index) => wash(d, (42 - 7 * (hills.length - 1 - index)) / 100)),
    ...hills.slice(0, 1).flatMap(({ x, top }) => flag(x, top)),
    ...each(visits, most.birds, (index) => [
      bird(124 + spread(index, 112, 0.755), 92 + spread(index, 36, 0.57)),
    ]),
    { part: "meadow", d: "M0 444C110 422 250 458 400 430V520H0Z" },
    ...each(resting.length, most.tents, (index) => [tent(380 - 38 * index, 452)]),
    ...each(told.length, most.flowers, (index) => flower(32 + 26 * index, 434 + spread(index, 6, 0.755))),
    ...hills.map(({ x, top, label }) => ({ part: "label", x, y: top + 26, text: cut(label, 24) })),
    { part: "lead", x: 26, y: 44, text: lead },
    { part: "shop", x: 26, y: 75, text: cut(shop, 22) },
    ...foot.map((text, index) => ({ part: "foot", x: 26, y: 472 + 18 * index, text })),
  ];
}

/**
 * A hill across the whole picture, its peak on the other side than its neighbours'. The fewer there are, the higher they rise. Each
 * is at most as high as the one behind it, so that labels are at least a row apart and no hill covers another's.
 */
function hillOf(
  { label, percent }: RecapTopic,
  index: number,
  { length }: readonly unknown[],
): { d: string; x: number; top: number; label: string } {
  const x = (index % 2 ? 138 : 262) + 6 * (index % 3);
  const base = meadow - row * (length - index);
  const top = base - 14 - Math.round(percent * (0.86 + 0.4 * (most.hills - length)));
  const [rise, before, after, fall] = [0.42, 0.62, 0.38, 0.58].map((share, at) =>
    Math.round(at < 2 ? share * x : x + share * (size.width - x)),
  );
  return {
    ...{ label, x, top },
    d: `M0 ${base}C${rise} ${base} ${before} ${top} ${x} ${top}C${after} ${top} ${fall} ${base} 400 ${base}V520H0Z`,
  };
}

/** A surface in the shop's colour, the paler the farther away; what is behind it does not shine through. */
const wash = (d: string, share: number): Shape[] => [
  { part: "paper", d },
  { part: "hill", d, "fill-opacity": share },
];

const flag = (x: number, top: number): Shape[] => [
  { part: "pole", d: `M${x} ${top}v-22` },
  { part: "flag", d: `M${x} ${top - 22}l15 5-15 6Z` },
];

const bird = (x: number, y: number): Shape => ({ part: "bird", d: `M${x} ${y}q4-5 7 0q3-5 7 0` });

const tent = (x: number, y: number): Shape => ({ part: "tent", d: `M${x} ${y}l-16-26-16 26h9l7-13 7 13Z` });

const flower = (x: number, y: number): Shape[] => [
  { part: "stem", d: `M${x} ${y}v14` },
  { part: "flower", d: `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z` },
];

/** What is drawn of as many things as there are, up to a limit. */
const each = (count: number, limit: number, draw: (index: number) => Shape[]): Shape[] =>
  Array.from({ length: Math.min(count, limit) }, (_, index) => draw(index)).flat();

/** Spreads indices evenly over a range: https://en.wikipedia.org/wiki/Low-discrepancy_sequence#Additive_recurrence */
const spread = (index: number, range: number, step: number): number =>
  Math.round(range * (((index + 1) * step) % 1));

/** A text in the room it has. */
const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;
