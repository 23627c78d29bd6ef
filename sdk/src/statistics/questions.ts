import type { SlotOutcome } from "./record.js";

/** A question, with the true answer, which does not leave the device. */
export type Question = { q: string; cells: readonly string[] } & (
  | { kind: "slot" | "topics" | "pairs"; cell: number }
  | {
      kind: "late";
      cell: number;
      /** The goal whose being reached later sends the answer; none when the visit itself has reached it. */
      goal: string | undefined;
    }
  | { kind: "uplift"; arm: 0 | 1; value: boolean }
);

const stages = ["seen", "clicked", "goal"] as const;

/**
 * Name of the question which variant was seen and what came of it.
 * @example slotQuestion("home-hero") // "slot:home-hero"
 */
export const slotQuestion = (slot: string): string => `slot:${slot}`;

/**
 * Name of the question whether the goal was reached, by arm.
 * @example upliftQuestion("home-hero") // "uplift:home-hero"
 */
export const upliftQuestion = (slot: string): string => `uplift:${slot}`;

/**
 * Name of the question which variant had been seen, when the goal is reached after the visit.
 * @example lateQuestion("home-hero") // "late:home-hero"
 */
export const lateQuestion = (slot: string): string => `late:${slot}`;

/** The arms of an uplift question, by index. */
export const arms: readonly string[] = ["holdout", "offered"];

/**
 * The cells of a slot question: "none", then three per variant in DOM order. A visit is in the furthest it reached.
 * @example slotCells(["a"]) // ["none", "a:seen", "a:clicked", "a:goal"]
 */
export const slotCells = (variants: readonly string[]): string[] => [
  "none",
  ...variants.flatMap((variant) => stages.map((stage) => `${variant}:${stage}`)),
];

/**
 * Index into `slotCells` of what happened.
 * @example slotCell({ variants: ["a", "b"], variant: "b", reached: "clicked" }) // 5
 */
export function slotCell(outcome: Pick<SlotOutcome, "variants" | "variant" | "reached">): number {
  const { variants, variant, reached } = outcome;
  return cellOf(slotCells(variants), `${variant ?? ""}:${reached}`);
}

/**
 * The cells of a late question: "none", which is the default content, then the variants in DOM order.
 * @example lateCells(["a", "b"]) // ["none", "a", "b"]
 */
export const lateCells = (variants: readonly string[]): string[] => ["none", ...variants];

/** What a slot met in a visit is asked: its outcome; the variant seen, where there is a goal; its uplift, where devices are held out. */
export function questionsOf(outcome: SlotOutcome): Question[] {
  const { slot, variants, variant, reached, holdout, arm, goal, measured } = outcome;
  const questions: Question[] = [
    { kind: "slot", q: slotQuestion(slot), cells: slotCells(variants), cell: slotCell(outcome) },
  ];
  if (measured !== undefined) {
    const cells = lateCells(variants);
    const cell = reached === "none" ? 0 : cellOf(cells, variant);
    questions.push({ kind: "late", q: lateQuestion(slot), cells, cell, goal: goal ? undefined : measured });
  }
  if (holdout > 0) {
    questions.push({ kind: "uplift", q: upliftQuestion(slot), cells: arms, arm, value: goal });
  }
  return questions;
}

/** What is true of a visitor's interests, and the cells it may be told in. */
export interface Interests {
  /** From `questionCells`. */
  cells: Readonly<Record<"topics" | "pairs", readonly string[]>>;
  /** One of the visitor's topics, drawn at random. */
  topic?: string | undefined;
  /** "bought>looked at next". */
  pair?: string | undefined;
}

/** What a visitor is asked once in a while; what is not among the cells is "none". */
export const interestQuestions = ({ cells, topic, pair }: Interests): Question[] => [
  { kind: "topics", q: "topics", cells: cells.topics, cell: cellOf(cells.topics, topic) },
  { kind: "pairs", q: "pairs", cells: cells.pairs, cell: cellOf(cells.pairs, pair) },
];

const cellOf = (cells: readonly string[], name = ""): number => Math.max(0, cells.indexOf(name));
