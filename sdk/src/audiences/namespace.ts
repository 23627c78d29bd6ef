import { hash } from "./hash.js";

/**
 * Whether someone belongs to a share of a namespace; experiments in disjoint shares never meet. GrowthBook's rule:
 * https://docs.growthbook.io/lib/build-your-own#innamespace
 * @param value whom it is asked for
 * @param namespace name, and the share as a half-open interval within [0, 1)
 * @example
 * inNamespace("3", ["namespace2", 0, 0.4]); // true
 */
export function inNamespace(
  value: string,
  namespace: readonly [name: string, from: number, to: number],
): boolean {
  const [name, from, to] = namespace;
  const n = hash(`__${name}`, value, 1) as number;
  return n >= from && n < to;
}
