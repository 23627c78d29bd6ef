import type { Facts, Test, Used } from "../audiences/index.js";
import type { Memory } from "./memory.js";

/** A frequency cap. A day is the last 24 hours, a week the last 7 × 24; at most 50 shows are remembered, so a count above never caps. */
export interface Cap {
  count: number;
  per: "visit" | "day" | "week";
}

/** One variant of a slot, in the order of the document. */
export interface VariantSpec {
  name: string;
  /** Absent: always true. */
  when?: Test;
  /** Share in a `test`, relative to the others. Absent: the mean of those given. */
  weight?: number | undefined;
  cap?: Cap | undefined;
  /** Topics of its condition (`topicsOf`) and of its markup; what rests or is muted among them withholds the variant. */
  topics: readonly string[];
}

/** What the merchant wants of a slot. */
export interface SlotSpec {
  name: string;
  choose: "first" | "test" | "best";
  /** Percent of devices that keep the default, 0..100. */
  holdout: number;
  cap?: Cap | undefined;
  /** Only devices in this share of a namespace take part; experiments in disjoint shares never meet. */
  namespace?: Namespace | undefined;
  variants: readonly VariantSpec[];
}

/** A namespace's name, and the share of it as a half-open interval within [0, 1). */
export type Namespace = readonly [name: string, from: number, to: number];

/** What the collector has published of slots: slot → variant → rate of its goal, and its standard error. */
export type Results = Readonly<
  Record<string, Readonly<Record<string, readonly [rate: number, error: number]>>>
>;

/** Rules that keep personal from becoming intrusive. */
export interface Tact {
  /** Personalized slots per page, at most. */
  dose: number;
  /** A variant shown this often without a click … */
  fatigueShows: number;
  /** … rests this many days. */
  fatigueRestDays: number;
}

/** Everything a decision depends on. */
export interface Situation {
  facts: Facts;
  memory: Memory;
  /** Topics that rest after a purchase. */
  resting: readonly string[];
  /** Topics the visitor has muted. */
  muted: readonly string[];
  /** Milliseconds since 1970. */
  now: number;
  /** When the visit began, milliseconds since 1970. */
  visitStart: number;
  tact?: Partial<Tact> | undefined;
  /** What is known of how variants do. */
  model?: Results | undefined;
  /** Puts the variants of a `best` slot in order, once it is loaded: `rankByResults`. */
  best?: ((slot: SlotSpec, situation: Situation) => readonly VariantSpec[] | undefined) | undefined;
  /** Slots on the page, this one included, and those of them already personalized. */
  page: { slots: number; personalized: number };
}

export type SlotState =
  "default" | "personalized" | "holdout" | "no-consent" | "capped" | "timeout" | "conflict";

/** Why a slot or a variant is as it is. */
export type Rule =
  | "eligible"
  | "assigned"
  | "best"
  | "namespace"
  | "none-eligible"
  | "holdout"
  | "dose"
  | "cap"
  | "fatigue"
  | "resting"
  | "muted"
  | "condition";

/** The reason used, which is the reason shown. */
export interface Reason {
  rule: Rule;
  /** Facts that made the chosen variant's condition true. */
  used: Used[];
  /** Variants that came before it, or would have been it, and the rule that withheld each. */
  skipped: { variant: string; rule: Rule }[];
}

export interface Decision {
  slot: string;
  state: SlotState;
  /** Present when `state` is "personalized". */
  variant?: string;
  /** 0 holdout, 1 offered. */
  arm: 0 | 1;
  reason: Reason;
}
