import { bit, subset } from "heimspiel/statistics";
import { cellsOf } from "heimspiel/wire";
import { test } from "vitest";
import { uniform, type Random } from "../testing/draws.js";
import { createScore } from "../testing/score.js";
import { cellTruth, languages, lateIn, seenIn, truthOf } from "../testing/traffic.js";
import { createRandom, epsilon } from "../testing/visitor.js";
import { cells, differences, rates, uplift } from "./index.js";

const slots = [0, 1, 2];
const goalIn = [0.1, 0.2];

/** What devices answered, added up as the collector does it. */
function createSums(k: number): { n: number; support: number[]; add: (set: Uint8Array) => void } {
  const sums = {
    n: 0,
    support: Array.from({ length: k }, () => 0),
    add(set: Uint8Array) {
      sums.n++;
      for (const cell of cellsOf(set)) sums.support[cell]! += 1;
    },
  };
  return sums;
}

function cellOf(shares: readonly number[], random: Random): number {
  let at = uniform(random);
  return Math.max(
    0,
    shares.findIndex((share) => (at -= share) < 0),
  );
}

/** The two of `count` candidates that the budget pays for, drawn before anything is looked at. */
function drawn(count: number, random: Random): [number, number] {
  const one = Math.floor(uniform(random) * count);
  const other = Math.floor(uniform(random) * (count - 1));
  return [one, other < one ? other : other + 1];
}

/**
 * Visits that meet three slots with goals, the first with a holdout: seven questions of ε = 3, of which the budget of 6 pays
 * for two. Candidates 0 to 2 are `slot:`, 3 to 5 `late:`, 6 is `uplift:`; what the visit did with a slot is drawn for those
 * that are answered.
 */
function answerVisits(visits: number, random: Random) {
  const slot = slots.map(() => createSums(7));
  const late = slots.map(() => createSums(3));
  const arms = [createSums(1), createSums(1)];
  for (let visit = 0; visit < visits; visit++) {
    const language = languages[uniform(random) < languages[0]!.share ? 0 : 1]!;
    const paid = drawn(7, random);
    for (const at of slots) {
      if (!paid.includes(at) && !paid.includes(at + 3)) continue;
      const cell = cellOf(language.cells, random);
      if (paid.includes(at)) slot[at]!.add(subset(cell, 7, epsilon, random));
      const later = paid.includes(at + 3) && uniform(random) < lateIn(language, cell);
      if (later) late[at]!.add(subset(seenIn(cell), 3, epsilon, random));
    }
    if (!paid.includes(6)) continue;
    const arm = uniform(random) < 0.5 ? 0 : 1;
    arms[arm]!.add(Uint8Array.of(Number(bit(uniform(random) < goalIn[arm]!, epsilon, random))));
  }
  return { slot, late, arms: arms.map((sums, arm) => ({ ...sums, arm })) };
}

test("1,000 times 3,000 devices with three slots, by the code that devices run", () => {
  const random = createRandom(71);
  const question = { cells: 7, epsilon };
  const cellScores = cellTruth.map(createScore);
  const goals = [0, 1].map((variant) => createScore(truthOf(variant).goal));
  const apart = createScore(truthOf(1).goal - truthOf(0).goal);
  const added = createScore(goalIn[1]! - goalIn[0]!);
  for (let run = 0; run < 1000; run++) {
    const { slot, late, arms } = answerVisits(3000, random);
    for (const at of slots) {
      const after = { ...late[at]!, cells: 3, epsilon };
      rates(slot[at]!, question, after)!.forEach(({ goal }, variant) => goals[variant]!.add(goal));
      apart.add(differences(slot[at]!, question, after)[0]!.goal);
    }
    cells(slot[0]!, question).forEach((result, cell) => cellScores[cell]!.add(result));
    added.add(uplift(arms, epsilon).difference);
  }
  for (const score of [...goals, apart, added]) score.expectHonest();
});
