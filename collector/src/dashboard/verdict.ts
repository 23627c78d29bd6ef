import type { Result } from "../estimate/index.js";
import type { SlotResult } from "../results/index.js";
import type { Tone } from "./charts/bar.js";

/**
 * What a difference allows to say. A dashboard is looked at again and again, so only the anytime-valid interval makes an
 * effect clear.
 */
export type Verdict = "up" | "down" | "none" | "early";

export function verdictOf(difference: Result): Verdict {
  if (difference.state !== "ok") return "early";
  if (difference.anytime.low > 0) return "up";
  return difference.anytime.high < 0 ? "down" : "none";
}

/** The colour that goes with it. */
export function toneOf(difference: Result): Tone {
  const verdict = verdictOf(difference);
  return verdict === "up" || verdict === "down" ? verdict : "calm";
}

/**
 * What a whole slot shows: its uplift, or the clearest difference of an experiment's variants, or that neither can be
 * known. Groups of the wrong size go before both: something is broken.
 */
export interface Finding {
  readonly state: Verdict | "differs" | "alike" | "unknown" | "uneven";
  readonly result: Result | undefined;
  /** Which two variants differ, where it is about variants. */
  readonly pair: string | undefined;
}

export function findingOf({ uplift, visits, named }: SlotResult): Finding {
  if (uplift) {
    const state = uplift.sampleRatio?.mismatch ? "uneven" : verdictOf(uplift.difference);
    return { state, result: uplift.difference, pair: undefined };
  }
  if (!visits || named?.choose !== "test") return { state: "unknown", result: undefined, pair: undefined };
  const [clearest] = [...visits.differences].sort((a, b) => clearness(b.goal) - clearness(a.goal));
  if (!clearest) return { state: "early", result: undefined, pair: undefined };
  const states = { up: "differs", down: "differs", none: "alike", early: "early" } as const;
  const state = visits.sampleRatio?.mismatch ? "uneven" : states[verdictOf(clearest.goal)];
  const pair = `${visits.names[clearest.variant] ?? ""} − ${visits.names[clearest.other] ?? ""}`;
  return { state, result: clearest.goal, pair };
}

const clearness = (result: Result): number =>
  result.state === "ok" ? Math.abs(result.share) / result.standardError : 0;
