/** FNV-1a, 32 bits, over UTF-16 code units: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv32a(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}

/** GrowthBook's hash, version 2: a number in [0, 1) in steps of 1/10,000. */
export const hash2 = (seed: string, value: string): number =>
  (fnv32a(String(fnv32a(seed + value))) % 10_000) / 10_000;

/**
 * GrowthBook's deterministic hash: https://docs.growthbook.io/lib/build-your-own#hashing
 * @param seed names what is being drawn, so that two draws for one value are independent
 * @param value whom it is drawn for
 * @param version 2 (unbiased, steps of 1/10,000) or 1 (older, steps of 1/1,000)
 * @returns a number in [0, 1), or null for another version
 * @example
 * hash("seed", "b", 2); // 0.2696
 */
export function hash(seed: string, value: string, version: number): number | null {
  if (version === 2) return hash2(seed, value);
  return version === 1 ? (fnv32a(value + seed) % 1000) / 1000 : null;
}
