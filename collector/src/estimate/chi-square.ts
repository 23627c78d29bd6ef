/**
 * Probability that χ² with `degrees` of freedom is at least `x`: 1 − P(a, x/2) with a = degrees/2 and the series
 * P(a, t) = t^a e^(−t) / Γ(a+1) · Σ tⁿ / ((a+1) … (a+n)) (https://dlmf.nist.gov/8.7.E1, https://dlmf.nist.gov/8.11.E4).
 * @example chiSquareTail(10.828, 1) // 0.001
 */
export function chiSquareTail(x: number, degrees: number): number {
  const t = x / 2;
  if (t <= 0) return 1;
  // There e^(−t) leaves the range of numbers, and the tail of any χ² that we meet is under 10⁻⁶⁰.
  if (t > 300) return 0;
  let term = 1 / gamma(degrees / 2 + 1);
  let series = 0;
  for (let at = degrees / 2 + 1; term > series * 1e-17; at++) {
    series += term;
    term *= t / at;
  }
  return Math.max(0, 1 - t ** (degrees / 2) * Math.exp(-t) * series);
}

/** Γ of a whole or half number: Γ(a) = (a−1)Γ(a−1), Γ(1) = 1, Γ(½) = √π. */
function gamma(a: number): number {
  if (a > 1) return (a - 1) * gamma(a - 1);
  return a === 1 ? 1 : Math.sqrt(Math.PI);
}
