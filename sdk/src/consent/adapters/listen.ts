import type { Purpose, Stop } from "../../kernel/index.js";
import type { ConsentAdapter } from "../adapter.js";
import { purposes } from "../choice.js";
import { readWords, type PurposeMap } from "./categories.js";

/** For an adapter all of whose events are in `announcedBy`: the runner hears those as long as it runs. */
export const asAnnounced = (): Stop => () => undefined;

/** A banner that answers every category by a word, by the empty one where it has no choice. */
export interface Answers extends Partial<ConsentAdapter> {
  id: string;
  detect: () => boolean;
  /** The banner's categories for each purpose. */
  categories: Readonly<Record<Purpose, readonly string[]>>;
  /** What it says of a category now. */
  say: (category: string, purpose: Purpose) => unknown;
  /** Its yes and its no. */
  words: readonly [yes: unknown, no: unknown];
}

/** Makes the adapter of such a banner; the merchant's map replaces its categories. */
export function wordAdapter(map: PurposeMap | undefined, answers: Answers): ConsentAdapter {
  const { categories, say, words, ...rest } = answers;
  const names = { ...categories, ...map };
  return {
    read: () => readWords(names, say, words),
    expired: () => purposes.every((purpose) => names[purpose].every((name) => say(name, purpose) === "")),
    subscribe: asAnnounced,
    ...rest,
  };
}
