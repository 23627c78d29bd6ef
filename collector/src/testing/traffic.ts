import type { Late, Support } from "../estimate/index.js";
import { multinomial, supportOf, type Random } from "./draws.js";
import { epsilon } from "./visitor.js";

/** Visits of one language that met a slot of two variants: how far they got. */
export interface Language {
  /** Share of all visits. */
  readonly share: number;
  /** Probabilities of the cells of the slot question. */
  readonly cells: readonly number[];
  /** Of those that saw the default, the first, the second variant without reaching the goal: who reaches it later. */
  readonly late: readonly [number, number, number];
}

/** Two languages that do not behave alike; a fifth of the goals are late. */
export const languages: readonly Language[] = [
  { share: 0.7, cells: [0.3, 0.2, 0.1, 0.08, 0.16, 0.08, 0.08], late: [0.03, 0.07, 0.08] },
  { share: 0.3, cells: [0.2, 0.15, 0.06, 0.02, 0.3, 0.12, 0.15], late: [0.04, 0.03, 0.09] },
];

/** Variant seen in a cell of the slot question, counted from 1; 0 is the default. */
export const seenIn = (cell: number): number => Math.ceil(cell / 3);

/** Probability that a visit in the cell has a goal later: one that had it in the visit has none. */
export const lateIn = ({ late }: Language, cell: number): number =>
  cell > 0 && cell % 3 === 0 ? 0 : (late[seenIn(cell)] ?? 0);

/** What happens to a visit of the mixture, and how often. */
interface Fate {
  readonly share: number;
  readonly cell: number;
  readonly late: boolean;
}

const fates: readonly Fate[] = languages.flatMap((language) =>
  language.cells.flatMap((share, cell) =>
    [true, false].map((late) => {
      const given = lateIn(language, cell);
      return { share: language.share * share * (late ? given : 1 - given), cell, late };
    }),
  ),
);

const shareOf = (which: (fate: Fate) => boolean): number =>
  fates.reduce((sum, fate) => sum + (which(fate) ? fate.share : 0), 0);

/** Shares of all visits by cell. */
export const cellTruth: readonly number[] = Array.from({ length: 7 }, (_, at) =>
  shareOf(({ cell }) => cell === at),
);

/** What is true of a variant, 0 or 1, in the mixture. */
export function truthOf(variant: number): Record<"seen" | "clicked" | "inVisit" | "goal", number> {
  const from = (step: number): number =>
    shareOf(({ cell }) => seenIn(cell) === variant + 1 && cell > 3 * variant + step);
  const late = shareOf((fate) => fate.late && seenIn(fate.cell) === variant + 1);
  const seen = from(0);
  return { seen, clicked: from(1) / seen, inVisit: from(2) / seen, goal: (from(2) + late) / seen };
}

interface Draw {
  readonly share: number;
  readonly slot: boolean;
  readonly late: boolean;
}

/** Which of a slot's two candidates a budget of two answers pays for, when each of the slots has two of the same ε. */
function drawsAmong(slots: number): Draw[] {
  const others = 2 * slots - 2;
  const pairs = (2 * slots * (2 * slots - 1)) / 2;
  return [
    { share: 1 / pairs, slot: true, late: true },
    { share: others / pairs, slot: true, late: false },
    { share: others / pairs, slot: false, late: true },
    { share: (others * (others - 1)) / 2 / pairs, slot: false, late: false },
  ];
}

/** What `slot:` and `late:` of one slot add up to over a number of visits, each of which met several slots. */
export type SlotTraffic = (random: Random) => { slot: Support; late: Late };

/** Traffic of so many visits, in which the budget is shared by so many slots. */
export function slotTraffic(visits: number, slots: number): SlotTraffic {
  const outcomes = drawsAmong(slots).flatMap((draw) => fates.map((fate) => ({ draw, fate })));
  const shares = outcomes.map(({ draw, fate }) => draw.share * fate.share);
  return (random) => {
    const [cells, goals] = [Array.from({ length: 7 }, () => 0), [0, 0, 0]];
    const counts = multinomial(visits, shares, random);
    outcomes.forEach(({ draw, fate }, at) => {
      const [count, seen] = [counts[at] ?? 0, seenIn(fate.cell)];
      if (draw.slot) cells[fate.cell] = (cells[fate.cell] ?? 0) + count;
      if (draw.late && fate.late) goals[seen] = (goals[seen] ?? 0) + count;
    });
    return { slot: answered(cells, random), late: { ...answered(goals, random), cells: 3, epsilon } };
  };
}

function answered(counts: readonly number[], random: Random): Support {
  return { n: counts.reduce((sum, count) => sum + count, 0), support: supportOf(counts, epsilon, random) };
}
