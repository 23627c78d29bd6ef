import type { Random } from "../../kernel/index.js";

/**
 * A repeatable generator for tests: sfc32 of Chris Doty-Humphrey's PractRand (https://pracrand.sourceforge.net), 128
 * bits of state. Not for production, where it could be guessed.
 */
export function seeded(seed: number): Random {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 16; round++) next();
  return next;
}

/** Gives the listed values one after the other, and fails when asked for more. */
export function scripted(values: readonly number[]): Random {
  let at = 0;
  return () => {
    const value = values[at++];
    if (value === undefined) throw new Error("asked for more randomness than scripted");
    return value;
  };
}
