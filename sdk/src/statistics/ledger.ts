import type { Charge } from "./record.js";

const window = 7 * 86_400_000;

/** The charges that still count at `now`: those of the last 7 days, and any dated ahead by a clock since set back. */
export const charges = (ledger: readonly Charge[], now: number): Charge[] =>
  ledger.filter(({ at }) => at > now - window);

/**
 * Privacy spent in the 7 days before `now`, in micro-ε. Answers add up (sequential composition: Dwork & Roth 2014,
 * theorem 3.16, https://doi.org/10.1561/0400000042).
 * @param now milliseconds since 1970
 * @example spent([{ at: 0, micro: 3_000_000 }], 1000) // 3000000
 */
export const spent = (ledger: readonly Charge[], now: number): number =>
  charges(ledger, now).reduce((sum, { micro }) => sum + micro, 0);

/**
 * What may be spent at `now`, in micro-ε: nothing while a charge is dated ahead, by a clock since set back. Charges older
 * than that one may have been forgotten already, and would be spent again.
 */
export const affordable = (ledger: readonly Charge[], now: number, budget: number): number =>
  ledger.some(({ at }) => at > now) ? 0 : budget - spent(ledger, now);
