import type { Result } from "../../estimate/index.js";

/** A stretch of the number line, such as one that a group of bars shares. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

// Steps people read at a glance; an axis ends on a multiple of one.
const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** What is drawn of results: their anytime-valid intervals, and the 95 % ones within those. */
export const widest = (results: readonly Result[]): Scale[] =>
  results.flatMap((result) => (result.state === "ok" ? [result.anytime] : []));

/** The 95 % intervals of results, where only these are drawn. */
export const intervals = (results: readonly Result[]): Scale[] =>
  results.flatMap((result) => (result.state === "ok" ? [result] : []));

/** An axis from 0, or from the lowest end below it, to a round number above the highest end. */
export function scaleOf(drawn: readonly Scale[], within: Scale = { low: 0, high: 1 }): Scale {
  const high = Math.max(0, ...drawn.map((one) => Math.min(within.high, one.high)));
  const low = Math.min(0, ...drawn.map((one) => Math.max(within.low, one.low)));
  const step = steps.find((size) => high - low <= 5 * size) ?? 1;
  return { low: Math.floor(low / step) * step, high: Math.max(step, Math.ceil(high / step) * step) };
}

/** For differences: zero in the middle. */
export function evenScale(drawn: readonly Scale[]): Scale {
  const { low, high } = scaleOf(drawn, { low: -1, high: 1 });
  const end = Math.max(-low, high);
  return { low: -end, high: end };
}

/** Where a value is on the scale, 0 to 1000; what lies outside is drawn at the end. */
export function placeOn({ low, high }: Scale, value: number): number {
  const share = (value - low) / (high - low);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10;
}
