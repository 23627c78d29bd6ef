import { HeimspielError } from "../kernel/index.js";

/** What `n` answers say about one cell. */
export interface Support {
  /** Number of answers. */
  n: number;
  /** Number of answers whose set has the cell (whose bit is 1). */
  support: number;
  /** From `plan`. */
  p: number;
  q: number;
}

/** A share with its 95 % interval. Not clipped to 0…1: sums and means of clipped shares would be biased. */
export interface Estimate {
  share: number;
  standardError: number;
  low: number;
  high: number;
}

/** 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

/**
 * Takes the noise out of a support count: f̂ = (y/n − q)/(p − q), standard error √(θ̂(1−θ̂)/n)/(p − q) with θ̂ = y/n, which
 * holds sampling and privacy noise both.
 *
 * The interval is Wilson's score interval for θ (Wilson 1927, https://doi.org/10.1080/01621459.1927.10502953) mapped
 * back through the same line: with large ε the expected support of a rare cell is small, and there the symmetric
 * interval covers too little (Brown, Cai & DasGupta 2001, https://doi.org/10.1214/ss/1009213286).
 *
 * @throws HeimspielError `parameter-range` unless n > 0, 0 ≤ support ≤ n and 0 ≤ q < p ≤ 1
 * @example estimate({ n: 1000, support: 318, ...plan(64, 1_000_000) }) // { share: 0.24…, … }
 */
export function estimate({ n, support, p, q }: Support): Estimate {
  if (!(n > 0 && support >= 0 && support <= n && q >= 0 && q < p && p <= 1)) {
    throw new HeimspielError("parameter-range", "estimate: n, support, p or q");
  }
  const theta = support / n;
  const share = (at: number): number => (at - q) / (p - q);
  const shrink = 1 + (z * z) / n;
  const centre = (theta + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((theta * (1 - theta)) / n + (z / (2 * n)) ** 2);
  return {
    share: share(theta),
    standardError: Math.sqrt((theta * (1 - theta)) / n) / (p - q),
    low: share(centre - half),
    high: share(centre + half),
  };
}

/**
 * a − b with its 95 % interval, for estimates from different devices, such as the two arms of an uplift question; two
 * cells of one question are not independent. The intervals are combined by their own half-widths (MOVER: Newcombe
 * 1998, method 10, https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I).
 * @example difference(offered, heldOut).low > 0 // the slot helps
 */
export function difference(a: Estimate, b: Estimate): Estimate {
  const share = a.share - b.share;
  return {
    share,
    standardError: Math.hypot(a.standardError, b.standardError),
    low: share - Math.hypot(a.share - a.low, b.high - b.share),
    high: share + Math.hypot(a.high - a.share, b.share - b.low),
  };
}
