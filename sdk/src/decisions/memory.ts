/** What is remembered of one variant: shows since the last click, and when it was shown or clicked last (ms since 1970). */
export interface VariantMemory {
  unclicked: number;
  at: number;
}

/** What is remembered of one slot. */
export interface SlotMemory {
  /** When it was shown or clicked last, ms since 1970. */
  at: number;
  /** The variant this device has been shown in a `test`. */
  assigned?: string;
  /** The beginning of the visit in which the visitor said "not now", ms since 1970. */
  rests?: number;
  /** Shows of the last 7 days, oldest first: time and variant. At most 50. */
  shown: readonly (readonly [at: number, variant: string])[];
  /** At most 20, the most recently used. */
  variants: Readonly<Record<string, VariantMemory>>;
}

/** What this device remembers of its decisions. `seed` is random text that never leaves the device. */
export interface Memory {
  v: 1;
  seed: string;
  slots: Readonly<Record<string, SlotMemory>>;
}

/**
 * A memory of nothing.
 * @param seed random text, at least 64 bits, drawn once per device; all assignments follow from it
 * @example
 * emptyMemory(nanoid());
 */
export function emptyMemory(seed: string): Memory {
  return { v: 1, seed, slots: {} };
}

/** Own keys only: a slot may be called "constructor". */
export function recall<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
