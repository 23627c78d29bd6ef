import type { Purpose } from "../kernel/index.js";
import type { ConsentState } from "./choice.js";

/**
 * Who says what about a purpose, by source: adapters by their ids, and the words that the record kept of them. The first two
 * are always there: `manual`, the visitor through our own API, and `tab`, a withdrawal in another tab.
 */
export type Voices = Record<Purpose, Map<string, ConsentState>>;

/** Someone's word; the source is empty for what no visitor chose, a default or a browser signal. */
export type Word = readonly [source: string, state: ConsentState | undefined];

/** The voices before anyone has spoken. */
export function silence(): Map<string, ConsentState> {
  return new Map([
    ["manual", "unknown"],
    ["tab", "unknown"],
  ]);
}

/**
 * Weighs all words: any denial, then any grant; the first who said so is named. Whoever says nothing, or "unknown",
 * counts for neither side.
 */
export function judge(words: readonly Word[]): readonly [source: string, state: ConsentState] {
  for (const state of ["denied", "granted"] as const) {
    const word = words.find(([, said]) => said === state);
    if (word) return [word[0], state];
  }
  return ["", "unknown"];
}
