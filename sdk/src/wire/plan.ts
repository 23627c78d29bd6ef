import { HeimspielError } from "../kernel/index.js";
import { limits } from "./limits.js";

/** The parameters of a randomized question; `estimate` needs `p` and `q` to take the noise out again. */
export interface Plan {
  /** Size of the answered set; 1 is k-ary randomized response. */
  readonly omega: number;
  /** Probability that the true cell is in the set, a multiple of 2⁻³². */
  readonly p: number;
  /** Probability that any one other cell is in the set. */
  readonly q: number;
}

const words = 2 ** 32;

/**
 * Subset selection for `k` cells (Ye & Barg 2018, https://arxiv.org/abs/1810.07283): ω is ⌊k/(e^ε+1)⌋ or ⌈k/(e^ε+1)⌉, at
 * least 1, whichever estimates a rare cell (f = 0; the cells one asks about are rare) with the smaller variance. With two
 * cells it is randomized response.
 *
 * The nominal p = ωe^ε/(ωe^ε+k−ω) is rounded down to an integer threshold on 32 bits, to the private side, and the
 * rounded p and its q are what is returned, so that estimates use the probabilities that really were.
 *
 * @param k number of cells, 2 to `limits.cells`
 * @param microEpsilon ε in millionths, an integer from `limits.microEpsilonLeast` to `limits.microEpsilon`
 * @throws HeimspielError `parameter-range`
 * @example plan(64, 1_000_000) // { omega: 17, p: 0.496…, q: 0.261… }
 */
export function plan(k: number, microEpsilon: number): Plan {
  within("k", k, limits.cellsLeast, limits.cells);
  within("microEpsilon", microEpsilon, limits.microEpsilonLeast, limits.microEpsilon);
  const odds = Math.exp(microEpsilon / 1e6);
  const small = Math.floor(k / (odds + 1));
  const above = planOf(k, odds, small + 1);
  const below = planOf(k, odds, Math.max(1, small));
  return rareVariance(above) < rareVariance(below) ? above : below;
}

/**
 * n · variance of the estimate of a cell nobody is in: q(1−q)/(p−q)².
 * @example rareVariance(plan(64, 2_000_000)) // 0.67…
 */
export const rareVariance = ({ p, q }: Plan): number => (q * (1 - q)) / (p - q) ** 2;

/**
 * The ε that the 32-bit thresholds really give, at most the nominal one: the logarithm of the greatest ratio of the
 * probabilities of one set under two true cells, p/C(k−1,ω−1) over (1−p)/C(k−1,ω) = p(k−ω)/((1−p)ω).
 * @example exactEpsilon(7, 3_000_000) // 2.99999999…
 */
export function exactEpsilon(k: number, microEpsilon: number): number {
  const { omega, p } = plan(k, microEpsilon);
  return Math.log((p * (k - omega)) / ((1 - p) * omega));
}

function planOf(k: number, odds: number, omega: number): Plan {
  const p = Math.floor(((omega * odds) / (omega * odds + k - omega)) * words) / words;
  return { omega, p, q: (p * (omega - 1) + (1 - p) * omega) / (k - 1) };
}

function within(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new HeimspielError("parameter-range", `${name}: an integer from ${least} to ${most}`);
}
