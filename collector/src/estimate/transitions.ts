import { shares, type Weights } from "./covariance.js";
import { cells } from "./cells.js";
import { ratio } from "./ratio.js";
import type { Randomized, Result, Support } from "./result.js";

/** How probable it is that who bought something of a topic looks at another topic next. */
export interface Transition {
  readonly bought: string;
  readonly next: string;
  readonly weight: Result;
}

/**
 * P(next | bought) from the cells `bought>next` of a `pairs` question, those only whose pair is told.
 * @param names of the cells, in their order
 */
export function transitions(support: Support, question: Randomized, names: readonly string[]): Transition[] {
  const told = cells(support, question);
  const all = shares(support, question);
  return names.flatMap((name, cell) => {
    const [bought = "", next] = name.split(">");
    if (next === undefined || told[cell]?.state !== "ok") return [];
    const whole: Weights = new Map(
      names.flatMap((other, at) => (other.startsWith(`${bought}>`) ? [[at, 1]] : [])),
    );
    return [{ bought, next, weight: ratio(all, new Map([[cell, 1]]), whole) }];
  });
}
