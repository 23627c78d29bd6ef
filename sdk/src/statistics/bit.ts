import type { Random } from "../kernel/index.js";
import { plan } from "../wire/index.js";
import { draw } from "./below.js";

/**
 * Randomized response (Warner 1965, https://doi.org/10.1080/01621459.1965.10480775): the true value with probability
 * p = e^ε/(e^ε+1), else the other one. `plan(2, microEpsilon)` gives p and q = 1 − p.
 * @param microEpsilon ε in millionths
 * @throws HeimspielError `parameter-range`
 * @example bit(true, 3_000_000, random) // true in 95 of 100 cases
 */
export function bit(value: boolean, microEpsilon: number, random: Random): boolean {
  return draw(random) < plan(2, microEpsilon).p * 2 ** 32 ? value : !value;
}
