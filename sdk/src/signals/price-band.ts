/** Fewer prices than this say nothing about what is dear. */
const fewest = 4;

/**
 * How dear a product is among others of its kind: below or above two thirds of them, or between.
 * @param price of one piece
 * @param others prices of the others seen with it, in the same currency; missing ones are left out
 * @returns the band; undefined where there is no basis: fewer than 4 other prices, or all the same
 * @example priceBand(20, [10, 90, 100, 120]) // "low"
 */
export function priceBand(
  price: number | undefined,
  others: readonly (number | undefined)[],
): "low" | "mid" | "high" | undefined {
  const known = others.filter((other): other is number => (other ?? 0) > 0);
  if (!price || known.length < fewest || known.every((other) => other === known[0])) return undefined;
  const share = (other: (price: number) => boolean): number => known.filter(other).length / known.length;
  if (share((other) => other > price) >= 2 / 3) return "low";
  return share((other) => other < price) >= 2 / 3 ? "high" : "mid";
}
