import { HeimspielError, type Random } from "../kernel/index.js";

const words = 2 ** 32;

/**
 * One draw, checked: a generator of fractions, or one that fails, must not pass for a random one.
 * @throws HeimspielError `parameter-range`
 */
export function draw(random: Random): number {
  const value = random();
  if (Number.isInteger(value) && value >= 0 && value < words) return value;
  throw new HeimspielError("parameter-range", "random: an integer in [0, 2^32)");
}

/**
 * A uniformly random integer in [0, n), 1 ≤ n ≤ 2³². Draws beyond the last whole multiple of n are thrown away, since
 * `% n` alone would favour small values.
 * @throws HeimspielError `parameter-range` when the generator is stuck: 64 draws in a row are thrown away less than once in 2⁶⁴
 * @example below(6, random) + 1 // a fair die
 */
export function below(n: number, random: Random): number {
  const end = words - (words % n);
  for (let tries = 0; tries < 64; tries++) {
    const value = draw(random);
    if (value < end) return value % n;
  }
  throw new HeimspielError("parameter-range", "random: stuck");
}

/** The items in uniformly random order (Fisher–Yates, Durstenfeld 1964). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items];
  const shuffled: T[] = [];
  while (rest.length > 0) shuffled.push(...rest.splice(below(rest.length, random), 1));
  return shuffled;
}

/** One of the items, each as likely as another; `undefined` when there is none. */
export const drawOne = <T>(items: readonly T[], random: Random): T | undefined =>
  items.length > 0 ? items[below(items.length, random)] : undefined;
