import type { Topic } from "./profile.js";
import type { Signal } from "./signal.js";

/** Prices that still count: older ones fade. */
const memory = 20;
/** Fewer prices than this say nothing about what is dear. */
const fewest = 4;

/** The price of one piece; 0 where there is none that can be true. */
export function priceOf({ item }: Pick<Signal, "item">): number {
  const price = item?.price ?? 0;
  return price > 0 && price < 1e9 ? price : 0;
}

/**
 * Takes a price into what a topic knows of prices. Prices differ by factors, so that their middle is the geometric mean; of
 * it and the number n of prices alone follows the next one: m ← m^(1 − 1/n) · p^(1/n), which is ln m ← ln m + (ln p − ln m)/n.
 * From the 20th price on n stays 20: a price then counts 0.95 times what the one after it counts.
 */
export function addPrice(topic: Topic, seen: number): void {
  const n = (topic.prices = Math.min((topic.prices ?? 0) + 1, memory));
  topic.price = (topic.price ?? 1) ** (1 - 1 / n) * seen ** (1 / n);
}

/**
 * How dear a product is among those seen before in its topic: below 3/4 of their geometric mean, above 4/3 of it, or between.
 * Both are as far from the mean, as factors. These are the thirds of a category in which the standard deviation of ln(price)
 * is 0.67, where two of three prices are between half the mean and twice the mean.
 * @returns undefined with fewer than 4 prices to compare it with
 */
export function priceBand(
  topic: Partial<Topic> | undefined,
  seen: number,
): "low" | "mid" | "high" | undefined {
  const ratio = topic?.prices && topic.prices >= fewest ? seen / (topic.price as number) : NaN;
  return ratio < 3 / 4 ? "low" : ratio > 4 / 3 ? "high" : ratio > 0 ? "mid" : undefined;
}
