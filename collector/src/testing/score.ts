import { expect } from "vitest";
import type { Result } from "../estimate/index.js";

/** How one estimate did over many runs of which the truth is known. */
export interface Score {
  /** Counts one run. */
  add(result: Result): void;
  /** Asserts that it was told nearly always, covers, and is unbiased. */
  expectHonest(): void;
  /** Mean squared error. */
  meanSquare(): number;
}

/**
 * The bounds are those for 1,000 runs: coverage 93.5 to 96.5 %, mean error within two standard errors of a mean of 1,000.
 * More runs may be made, so that chance alone does not leave them.
 */
export function createScore(truth: number): Score {
  let [runs, told, covered, error, squares] = [0, 0, 0, 0, 0];
  return {
    add(result) {
      runs++;
      if (result.state !== "ok") return;
      told++;
      if (result.low <= truth && truth <= result.high) covered++;
      error += result.share - truth;
      squares += (result.share - truth) ** 2;
    },
    expectHonest() {
      // Were estimates left out often, those that are left would be picked.
      expect(told / runs, "told").toBeGreaterThan(0.99);
      expect(covered / told, "coverage").toBeGreaterThanOrEqual(0.935);
      expect(covered / told, "coverage").toBeLessThanOrEqual(0.965);
      const spread = Math.sqrt(squares / told);
      expect(Math.abs(error / told) / (spread / Math.sqrt(1000)), "mean error").toBeLessThanOrEqual(2);
    },
    meanSquare: () => squares / told,
  };
}
