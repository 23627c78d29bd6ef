import type { Purpose } from "../kernel/index.js";
import type { ConsentState } from "./choice.js";

/** What each source says: adapters by their ids, and two reserved names. `tab` is a withdrawal in another tab. */
export type Said = Map<string, ConsentState>;

/** Who says what about each purpose. */
export type Voices = Record<Purpose, Said>;

/** What counts without the visitor's word. */
export interface Defaults {
  /** Whether the browser sends Global Privacy Control. */
  gpc: boolean;
  /** `default`: cancels implicit grants, an explicit opt-in stands; `deny`: denies; `ignore` (`default`). */
  gpcMode?: "default" | "deny" | "ignore";
  /** Purposes granted until the visitor says otherwise, where the merchant says the law allows it (none). */
  implicit?: Partial<Record<Purpose, "granted">>;
}

/** The voices before anyone has spoken; `manual`, the visitor through our own API, is always asked first. */
export const silence = (): Said => new Map([["manual", "unknown"]]);

/**
 * Weighs all words: any denial, then any grant; the first who said so is named. Whoever says nothing, or "unknown", counts
 * for neither side.
 */
export function judge(said: Said): readonly [source?: string, state?: ConsentState] {
  const find = (state: ConsentState): [string, ConsentState] | undefined =>
    [...said].find(([, one]) => one === state);
  return find("denied") ?? find("granted") ?? [];
}

/** The state of a purpose: after the visitor's word, and the browser's that denies, the merchant's default counts. */
export function weigh(
  said: Said,
  purpose: Purpose,
  { gpc, gpcMode = "default", implicit }: Defaults,
): ConsentState {
  const signal = gpc ? gpcMode : "ignore";
  if (signal === "deny") return "denied";
  return judge(said)[1] ?? ((signal === "ignore" && implicit?.[purpose]) || "unknown");
}
