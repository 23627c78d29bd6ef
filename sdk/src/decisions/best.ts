import { hash2 } from "../audiences/hash.js";
import type { Situation, SlotSpec, VariantSpec } from "./types.js";

/** Share of visits in which the order is drawn without regard to results, so that what did badly once can recover. */
const exploration = 0.1;

/**
 * The variants of a slot in the order in which they are tried: Thompson sampling on the results of all devices. Of each
 * variant a rate is drawn from the normal distribution of what is believed of it, N(rate, standardError), and the highest
 * comes first; the first that no rule withholds is then the highest of the eligible. In one visit of ten the order is
 * drawn at random. A variant without results is believed to be like the others, with twice the largest doubt.
 *
 * All is drawn from the device's seed and the visit's start: the same throughout a visit, and nothing is kept.
 * Thompson, W. R. (1933): On the likelihood that one unknown probability exceeds another. Biometrika 25, 285–294.
 * @returns `undefined` where there are no results for the slot: the order of the page stands
 * @example
 * rankByResults(slot, situation)?.[0]?.name // "hiking"
 */
export function rankByResults(
  slot: SlotSpec,
  { model, memory, visitStart }: Situation,
): VariantSpec[] | undefined {
  const known = slot.variants.flatMap(({ name }) => {
    const result = resultOf(model, slot.name, name);
    return result ? [result] : [];
  });
  if (!known[0]) return undefined;
  const mean = known.reduce((sum, [rate]) => sum + rate, 0) / known.length;
  const doubt = 2 * Math.max(...known.map(([, error]) => error));
  const draw = (what: string): number =>
    hash2(`heim-best:${slot.name}:${what}:${visitStart}:`, memory.seed) + 0.00005; // never 0
  const explores = draw("") < exploration;
  const score = ({ name }: VariantSpec): number => {
    const [rate, error] = explores ? [0, 1] : (resultOf(model, slot.name, name) ?? [mean, doubt]);
    return rate + error * normal(draw(`${name}:1`), draw(`${name}:2`));
  };
  const scores = new Map(slot.variants.map((variant) => [variant, score(variant)]));
  return [...slot.variants].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** A number of the standard normal distribution, of two of the uniform one on (0, 1): Box and Muller (1958). */
const normal = (first: number, second: number): number =>
  Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);

/** Own keys only: a slot may be called "constructor". */
function resultOf(
  model: Situation["model"],
  slot: string,
  variant: string,
): readonly [number, number] | undefined {
  const results = model && Object.hasOwn(model, slot) ? model[slot] : undefined;
  return results && Object.hasOwn(results, variant) ? results[variant] : undefined;
}
