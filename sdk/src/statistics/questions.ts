import type { SlotOutcome } from "./record.js";

/** A question about one visit, with the true answer, which does not leave the device. */
export type Question = { q: string; cells: readonly string[] } & (
  { kind: "slot"; cell: number } | { kind: "uplift"; arm: 0 | 1; value: boolean }
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
  const cell = slotCells(variants).indexOf(`${variant ?? ""}:${reached}`);
  return Math.max(0, cell);
}

/** What a slot met in a visit is asked: its outcome, and its uplift when some devices are held out. */
export function questionsOf(outcome: SlotOutcome): Question[] {
  const { slot, variants, holdout, arm, goal } = outcome;
  const questions: Question[] = [
    { kind: "slot", q: slotQuestion(slot), cells: slotCells(variants), cell: slotCell(outcome) },
  ];
  if (holdout > 0) {
    questions.push({ kind: "uplift", q: upliftQuestion(slot), cells: arms, arm, value: goal });
  }
  return questions;
}
