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

/** The colour of an effect. */
function effectTone(difference: Result): Tone {
  const verdict = verdictOf(difference);
  return verdict === "up" || verdict === "down" ? verdict : "calm";
}

/** The colour of two variants' difference, which is neither good nor bad: either may stand first. */
export const pairTone = (difference: Result): Tone => (effectTone(difference) === "calm" ? "calm" : "share");

/**
 * What a whole slot shows: its uplift, or the clearest difference of an experiment's variants, or that neither can be
 * known. Groups of the wrong size go before both: something is broken.
 */
export interface Finding {
  readonly state: Verdict | "differs" | "alike" | "unknown" | "uneven";
  readonly result: Result | undefined;
  readonly tone: Tone;
  /** Which two variants differ, where it is about variants. */
  readonly pair: string | undefined;
}

export function findingOf({ uplift, visits, named }: SlotResult): Finding {
  if (uplift) {
    const result = uplift.difference;
    if (uplift.sampleRatio?.mismatch) return { state: "uneven", result, tone: "calm", pair: undefined };
    return { state: verdictOf(result), result, tone: effectTone(result), pair: undefined };
  }
  if (!visits || named?.choose !== "test") return nothing("unknown");
  const [clearest] = [...visits.differences].sort((a, b) => clearness(b.goal) - clearness(a.goal));
  if (!clearest) return nothing("early");
  const states = { up: "differs", down: "differs", none: "alike", early: "early" } as const;
  const result = clearest.goal;
  const pair = `${visits.names[clearest.variant] ?? ""} − ${visits.names[clearest.other] ?? ""}`;
  if (visits.sampleRatio?.mismatch) return { state: "uneven", result, tone: "calm", pair };
  return { state: states[verdictOf(result)], result, tone: pairTone(result), pair };
}

const nothing = (state: "unknown" | "early"): Finding => ({
  ...{ state, tone: "calm", result: undefined, pair: undefined },
});

const clearness = (result: Result): number =>
  result.state === "ok" ? Math.abs(result.share) / result.standardError : 0;
