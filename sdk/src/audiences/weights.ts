/** A half-open interval [from, to) of hash values. */
export type BucketRange = readonly [from: number, to: number];

/**
 * Equal weights that add up to 1.
 * @param n number of variants; below 1 gives none
 * @example
 * getEqualWeights(4); // [0.25, 0.25, 0.25, 0.25]
 */
export function getEqualWeights(n: number): number[] {
  return n >= 1 ? Array.from({ length: n }, () => 1 / n) : [];
}

/**
 * The ranges of hash values that belong to the variants, as GrowthBook computes them:
 * https://docs.growthbook.io/lib/build-your-own#getbucketranges
 * @param n number of variants
 * @param coverage share of all that takes part, 0..1 (clamped; 1 when absent)
 * @param weights one per variant, adding up to 1 ± 0.01; otherwise they are equal
 * @example
 * getBucketRanges(2, 0.5, [0.4, 0.6]); // [[0, 0.2], [0.4, 0.7]]
 */
export function getBucketRanges(
  n: number,
  coverage?: number | null,
  weights?: readonly number[] | null,
): BucketRange[] {
  const share = Math.min(1, Math.max(0, coverage ?? 1));
  const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? 0;
  const valid = weights?.length === n && total >= 0.99 && total <= 1.01;
  let from = 0;
  return (valid ? weights : getEqualWeights(n)).map((weight) => {
    const start = from;
    from += weight;
    return [start, start + share * weight];
  });
}

/**
 * The index of the range that holds `n`, or −1.
 * @param n a hash value
 * @example
 * chooseVariation(0.6, [[0, 0.5], [0.5, 1]]); // 1
 */
export function chooseVariation(n: number, ranges: readonly BucketRange[]): number {
  return ranges.findIndex(([from, to]) => n >= from && n < to);
}
