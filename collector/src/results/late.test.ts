import { answerLate, answerVisit, emptyStatistics, type SlotOutcome } from "heimspiel/statistics";
import { expect, test } from "vitest";
import { openDatabase, writeSite } from "../store/index.js";
import { countAll, noon } from "../testing/collector.js";
import { uniform, type Random } from "../testing/draws.js";
import { cellTruth, languages, lateIn, seenIn, truthOf } from "../testing/traffic.js";
import { createRandom, idOf } from "../testing/visitor.js";
import { readSlot } from "./index.js";

const variants = ["hiking", "peru"];
const slots = ["hero", "teaser", "footer"];
const steps = ["goal", "seen", "clicked"] as const;

/** What a visit did with a slot, and whether it reaches the goal later. */
function visitOf(slot: string, random: Random): { outcome: SlotOutcome; late: boolean } {
  const language = languages[uniform(random) < languages[0]!.share ? 0 : 1]!;
  let at = uniform(random);
  const cell = Math.max(
    0,
    language.cells.findIndex((share) => (at -= share) < 0),
  );
  const late = uniform(random) < lateIn(language, cell);
  const reached: SlotOutcome["reached"] = cell === 0 ? "none" : steps[cell % 3]!;
  const variant = variants[seenIn(cell) - 1];
  const common = { slot, variants, reached, goal: reached === "goal", holdout: 0, arm: 1 as const };
  return { outcome: { ...common, measured: slot, ...(variant !== undefined && { variant }) }, late };
}

test("6,000 devices with three slots and late goals, from what they send to what is read", async () => {
  const random = createRandom(76);
  let ids = 0;
  const sender = { site: "outdoor", now: noon, newId: () => idOf(++ids) };
  const bodies: string[] = [];
  for (let device = 0; device < 6000; device++) {
    const visits = slots.map((slot) => visitOf(slot, random));
    const outcomes = Object.fromEntries(visits.map(({ outcome }) => [outcome.slot, outcome]));
    const visit = {
      ...sender,
      random,
      record: emptyStatistics(),
      outcomes: { v: 1 as const, id: 1, slots: outcomes },
    };
    const reached = visits.flatMap(({ outcome, late }) => (late ? [outcome.slot] : []));
    const { queue } = answerLate(answerVisit(visit).record, reached, sender);
    bodies.push(...queue.map(({ body }) => body));
  }
  const db = await openDatabase(":memory:");
  await writeSite(db, {
    name: "outdoor",
    slots: Object.fromEntries(slots.map((slot) => [slot, { variants }])),
  });
  await countAll(db, bodies);
  for (const slot of slots) {
    const visits = (await readSlot(db, { site: "outdoor", slot })).visits!;
    expect(visits.n / 6000).toBeCloseTo(1 / 3, 1);
    visits.cells.forEach(({ result }, cell) => expectNear(result, cellTruth[cell]!));
    visits.rates.forEach(({ goal }, variant) => expectNear(goal, truthOf(variant).goal));
    expectNear(visits.differences[0]!.goal, truthOf(1).goal - truthOf(0).goal);
  }
});

function expectNear(result: { state: string; share?: number; standardError?: number }, truth: number): void {
  expect(result.state).toBe("ok");
  expect(Math.abs(result.share! - truth)).toBeLessThan(3.5 * result.standardError!);
}
