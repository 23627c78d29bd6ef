/** @returns {number} the value below which this share of the sorted values lies */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);

/** A generator of numbers 0..1 that gives the same ones in every run. */
export function seeded(seed = 1) {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** The median, and between what it lies in 95 of 100 samples drawn from the values: the percentile bootstrap. */
export function bootstrap(values, random = seeded()) {
  const draw = () => median(values.map(() => values[Math.floor(random() * values.length)]));
  const medians = Array.from({ length: 2000 }, draw);
  return { median: median(values), low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
}
