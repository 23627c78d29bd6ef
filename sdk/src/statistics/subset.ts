import { HeimspielError, type Random } from "../kernel/index.js";
import { bitmapLength, hasCell, plan } from "../wire/index.js";
import { below, draw } from "./below.js";

/**
 * Randomizes which of `k` cells is the true one, by subset selection (Ye & Barg 2018, https://arxiv.org/abs/1810.07283):
 * a set of exactly ω cells that has the true one with probability p and is otherwise uniform. Whoever reads the set
 * learns at most ε about the cell.
 *
 * @param cell the true cell, 0 to k−1
 * @param k number of cells
 * @param microEpsilon ε in millionths
 * @returns bit map, cell i at bit i mod 8 of byte ⌊i / 8⌋
 * @throws HeimspielError `parameter-range`
 * @example subset(2, 7, 3_000_000, random) // Uint8Array [4], most of the time
 */
export function subset(cell: number, k: number, microEpsilon: number, random: Random): Uint8Array {
  const { omega, p } = plan(k, microEpsilon);
  if (!Number.isInteger(cell) || cell < 0 || cell >= k) {
    throw new HeimspielError("parameter-range", "cell: an integer from 0 to k - 1");
  }
  const bitmap = new Uint8Array(bitmapLength(k));
  const add = (at: number): void => void (bitmap[at >> 3] = (bitmap[at >> 3] ?? 0) | (1 << (at & 7)));
  const honest = draw(random) < p * 2 ** 32;
  if (honest) add(cell);
  // Floyd's sampling (Bentley & Floyd 1987, https://doi.org/10.1145/30401.315746) among the k − 1 others
  const other = (index: number): number => (index < cell ? index : index + 1);
  for (let last = k - 1 - (honest ? omega - 1 : omega); last < k - 1; last++) {
    const pick = other(below(last + 1, random));
    add(hasCell(bitmap, pick) ? other(last) : pick);
  }
  return bitmap;
}
