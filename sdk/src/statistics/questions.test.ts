import fc from "fast-check";
import { expect, test } from "vitest";
import {
  arms,
  interestQuestions,
  lateCells,
  questionsOf,
  slotCell,
  slotCells,
  slotQuestion,
  upliftQuestion,
} from "./questions.js";
import type { SlotOutcome } from "./record.js";

const shownNothing: SlotOutcome = {
  slot: "home-hero",
  variants: ["hiking", "peru"],
  reached: "clicked",
  holdout: 10,
  arm: 1,
  goal: false,
};
const outcome: SlotOutcome = { ...shownNothing, variant: "peru" };

test("cells: none, then seen, clicked, goal of each variant in DOM order", () => {
  expect(slotCells([])).toEqual(["none"]);
  expect(slotCells(["hiking", "peru"])).toEqual([
    "none",
    "hiking:seen",
    "hiking:clicked",
    "hiking:goal",
    "peru:seen",
    "peru:clicked",
    "peru:goal",
  ]);
});

test("the cell of an outcome is the one of its name", () => {
  const reached = fc.constantFrom("seen" as const, "clicked" as const, "goal" as const);
  const variants = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z-]{0,8}$/), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(variants, fc.nat(), reached, (names, index, stage) => {
      const variant = names[index % names.length]!;
      expect(slotCells(names)[slotCell({ variants: names, variant, reached: stage })]).toBe(
        `${variant}:${stage}`,
      );
    }),
  );
});

test("nothing shown, nothing seen, and a variant since removed are all none", () => {
  expect(slotCell({ ...shownNothing, reached: "none" })).toBe(0);
  expect(slotCell({ ...shownNothing, reached: "goal" })).toBe(0);
  expect(slotCell({ ...outcome, reached: "none" })).toBe(0);
  expect(slotCell({ ...outcome, variant: "removed" })).toBe(0);
});

test("a slot with a holdout is asked for its outcome and its uplift", () => {
  expect(questionsOf(outcome)).toEqual([
    { kind: "slot", q: "slot:home-hero", cells: slotCells(outcome.variants), cell: 5 },
    { kind: "uplift", q: "uplift:home-hero", cells: arms, arm: 1, value: false },
  ]);
});

test("uplift counts the goal in either arm, whatever was shown", () => {
  const heldOut: SlotOutcome = { ...shownNothing, reached: "none", arm: 0, goal: true };
  expect(questionsOf(heldOut)).toEqual([
    expect.objectContaining({ q: slotQuestion("home-hero"), cell: 0 }),
    expect.objectContaining({ q: upliftQuestion("home-hero"), arm: 0, value: true }),
  ]);
});

test("without a holdout there is no uplift to measure", () => {
  expect(questionsOf({ ...outcome, holdout: 0 }).map(({ kind }) => kind)).toEqual(["slot"]);
});

test("a slot with a goal is asked which variant was seen, should the goal be reached later", () => {
  const measured = { ...outcome, measured: "checkout", holdout: 0 };
  const cells = lateCells(outcome.variants);
  expect(cells).toEqual(["none", "hiking", "peru"]);
  expect(questionsOf(measured)[1]).toEqual({
    kind: "late",
    q: "late:home-hero",
    cells,
    cell: 2,
    goal: "checkout",
  });
  expect(questionsOf({ ...measured, reached: "none" })[1]).toMatchObject({ cell: 0 });
  expect(questionsOf({ ...measured, goal: true })[1]).toMatchObject({ goal: undefined });
});

test("what a visitor is asked about topics; what is not among the cells is none", () => {
  const cells = { topics: ["none", "a", "b"], pairs: ["none", "a>b", "b>a"] };
  const cell = (given: object): unknown[] =>
    interestQuestions({ cells, ...given }).map((one) => one.kind !== "uplift" && one.cell);
  expect(cell({ topic: "b", pair: "a>b" })).toEqual([2, 1]);
  expect(cell({ topic: "c", pair: "a>c" })).toEqual([0, 0]);
  expect(cell({})).toEqual([0, 0]);
});
