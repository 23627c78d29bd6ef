import type { Purpose } from "../kernel/index.js";
import type { ConsentState, Reading } from "./choice.js";

/** Everyone who has something to say about the visitor's will. */
export interface Voices {
  /** The visitor, through our own API or preference centre. */
  own: Reading;
  /** Withdrawals heard from other tabs: when, in milliseconds since 1970. */
  elsewhere: Map<Purpose, number>;
  /** What each adapter said last, by its id. */
  heard: Map<string, Reading>;
  /** The record of an earlier page, for purposes no adapter has spoken about yet. */
  restored: Reading;
  restoredFrom: string;
  /** Global Privacy Control: ignored or not sent, cancels implicit grants, or denies. */
  gpc: "ignore" | "default" | "deny";
  /** What the merchant takes for granted where the law lets them. */
  implicit: Reading;
}

/** A purpose's state, and whose word it is. */
export interface Verdict {
  state: ConsentState;
  source: string;
  /** Whether a visitor chose it, rather than a default or a browser signal. */
  chosen: boolean;
}

/**
 * Weighs all voices: the visitor's own denial, then any explicit denial, then an explicit grant, then the browser's
 * signal, then the merchant's default. Whoever says nothing, or "unknown", counts for neither side.
 */
export function judge(voices: Voices, purpose: Purpose): Verdict {
  const { own, elsewhere, heard, restored, restoredFrom, gpc, implicit } = voices;
  const verdict = (state: ConsentState, source: string, chosen = true): Verdict => ({
    state,
    source,
    chosen,
  });
  const explicit = [["manual", own] as const, ...heard, [restoredFrom, restored] as const];
  const sayer = (state: ConsentState): string | undefined =>
    explicit.find(([, reading]) => reading[purpose] === state)?.[0];

  if (own[purpose] !== "denied" && elsewhere.has(purpose)) return verdict("denied", "tab");
  const denier = sayer("denied");
  if (denier) return verdict("denied", denier);
  if (gpc === "deny") return verdict("denied", "gpc", false);
  const granter = sayer("granted");
  if (granter) return verdict("granted", granter);
  const assumed = gpc === "ignore" && implicit[purpose] === "granted";
  return verdict(assumed ? "granted" : "unknown", "default", false);
}
