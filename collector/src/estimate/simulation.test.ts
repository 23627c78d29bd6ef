import { pairCells, plan, topicCells } from "heimspiel/statistics";
import { expect, test } from "vitest";
import { binomial, marginalSupportOf, multinomial, supportOf, type Random } from "../testing/draws.js";
import { createScore, type Score } from "../testing/score.js";
import { cellTruth, slotTraffic, truthOf } from "../testing/traffic.js";
import { createRandom, epsilon } from "../testing/visitor.js";
import { cells, differences, rates, transitions, uplift, type Result, type Support } from "./index.js";

const runs = 5000;
const two = 2_000_000;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Support counts of `n` answers as they are on average. */
function expected(truth: readonly number[], n: number, eps: number): Support {
  const { p, q } = plan(truth.length, eps);
  return { n, support: truth.map((f) => n * (f * p + (1 - f) * q)) };
}

/** The least variance of the estimate of a share from n answers; see `plan`. */
function bound(f: number, n: number, { k, eps }: { k: number; eps: number }): number {
  const { p, q } = plan(k, eps);
  const theta = f * p + (1 - f) * q;
  return (theta * (1 - theta)) / (n * (p - q) ** 2);
}

// With one slot every visit answers `slot:` and `late:` both, with three a third answers either.
test.each([
  { slots: 1, visits: 4000 },
  { slots: 3, visits: 12_000 },
])("cells, rates, late goals and differences, $slots slots, two languages", ({ slots, visits }) => {
  const random = createRandom(60 + slots);
  const traffic = slotTraffic(visits, slots);
  const question = { cells: 7, epsilon };
  const kinds = ["seen", "clicked", "inVisit", "goal"] as const;
  const cellScores = cellTruth.map(createScore);
  const scores = [0, 1].map((variant) => kinds.map((kind) => createScore(truthOf(variant)[kind])));
  const apart = createScore(truthOf(1).goal - truthOf(0).goal);
  const apartInVisit = createScore(truthOf(1).inVisit - truthOf(0).inVisit);
  for (let run = 0; run < runs; run++) {
    const { slot, late } = traffic(random);
    cells(slot, question).forEach((result, cell) => cellScores[cell]!.add(result));
    rates(slot, question, late)!.forEach((rate, variant) =>
      kinds.forEach((kind, at) => scores[variant]![at]!.add(rate[kind])),
    );
    apart.add(differences(slot, question, late)[0]!.goal);
    apartInVisit.add(differences(slot, question)[0]!.goal);
  }
  for (const score of [...cellScores, ...scores.flat(), apart, apartInVisit]) score.expectHonest();
  const squares = sum(cellScores.map((score) => score.meanSquare()));
  const least = sum(cellTruth.map((f) => bound(f, 4000, { k: 7, eps: epsilon })));
  expect(squares / least).toBeLessThanOrEqual(1.05);
  // One cell in each answer: the estimate is the most likely truth, whose variance is Cramér and Rao's least.
  const sure = expected(cellTruth, 4000, epsilon);
  rates(sure, question)!.forEach((rate, variant) => {
    kinds.slice(0, 3).forEach((kind, at) => expectLeast(scores[variant]![at]!, rate[kind]));
  });
  expectLeast(apartInVisit, differences(sure, question)[0]!.goal);
});

function expectLeast(score: Score, least: Result): void {
  const error = least.state === "ok" ? least.standardError : NaN;
  expect(score.meanSquare() / error ** 2).toBeLessThanOrEqual(1.05);
}

test("goals of the visit alone are not taken for all goals", () => {
  const { inVisit, goal } = truthOf(0);
  expect((goal - inVisit) / goal).toBeGreaterThan(0.18);
  const score = createScore(goal);
  const random = createRandom(62);
  const traffic = slotTraffic(12_000, 3);
  for (let run = 0; run < 300; run++) score.add(rates(traffic(random).slot, { cells: 7, epsilon })![0]!.goal);
  expect(score.expectHonest).toThrow("coverage");
});

test("a slot among ten, whose goals are all late: how many answers come is part of the error", () => {
  const random = createRandom(65);
  const [visits, answered, later] = [40_000, 0.1, 0.5];
  const score = createScore(later / 0.9);
  for (let run = 0; run < runs; run++) {
    const [n, m] = [binomial(visits, answered, random), binomial(visits, answered * later, random)];
    const seen = supportOf(multinomial(n, [0.1, 0.9, 0, 0], random), epsilon, random);
    const late = { n: m, support: supportOf([0, m], epsilon, random), cells: 2, epsilon };
    score.add(rates({ n, support: seen }, { cells: 4, epsilon }, late)![0]!.goal);
  }
  score.expectHonest();
});

test("both arms of an uplift and their difference, at the least variance", () => {
  const random = createRandom(63);
  // Two languages: 0.7 of visits with the first rate, 0.3 with the second.
  const truth = { holdout: 0.7 * 0.06 + 0.3 * 0.12, offered: 0.7 * 0.09 + 0.3 * 0.14 };
  const scores = [truth.holdout, truth.offered, truth.offered - truth.holdout].map(createScore);
  let least = 0;
  for (let run = 0; run < runs; run++) {
    const held = binomial(10_000, 0.2, random);
    const arms = [
      { n: held, goal: truth.holdout },
      { n: 10_000 - held, goal: truth.offered },
    ].map(({ n, goal }, arm) => {
      const [reached = 0] = multinomial(n, [goal, 1 - goal], random);
      least += bound(goal, n, { k: 2, eps: epsilon }) / runs;
      return { arm, n, support: supportOf([reached, n - reached], epsilon, random) };
    });
    const { holdout, offered, difference } = uplift(arms, epsilon);
    [holdout.goal, offered.goal, difference].forEach((result, at) => scores[at]!.add(result));
  }
  for (const score of scores) score.expectHonest();
  expect(scores[2]!.meanSquare() / least).toBeLessThanOrEqual(1.05);
});

/** Shares of a tenth of the cells, in two languages with tastes of their own; the other cells are empty. */
function tastes(k: number): { truth: number[]; draw: (n: number, random: Random) => number[] } {
  const [german, english] = [0, 1].map((shift) =>
    Array.from({ length: k }, (_, cell) =>
      cell === 0 ? 0.4 : cell < 7 ? [0.13, 0.07][(cell + shift) % 2]! : 0,
    ),
  );
  return {
    truth: german!.map((share, cell) => 0.7 * share + 0.3 * english![cell]!),
    draw(n, random) {
      const [first = 0, second = 0] = multinomial(n, [0.7, 0.3], random);
      const [one, other] = [multinomial(first, german!, random), multinomial(second, english!, random)];
      return one.map((count, cell) => count + other[cell]!);
    },
  };
}

const ids = Array.from({ length: 63 }, (_, topic) => `topic-${topic}`);

test.each([
  { name: "topics", k: topicCells(ids).length, n: 6000, times: runs },
  { name: "pairs", k: pairCells(ids).length, n: 6000, times: 2000 },
])("the $k cells of $name, at the least variance", ({ k, n, times }) => {
  const random = createRandom(k);
  const { truth, draw } = tastes(k);
  const told = truth.slice(0, 7).map(createScore);
  const { p, q } = plan(k, two);
  let squares = 0;
  for (let run = 0; run < times; run++) {
    const support = marginalSupportOf(draw(n, random), two, random);
    cells({ n, support }, { cells: k, epsilon: two }).forEach((result, cell) => told[cell]?.add(result));
    support.forEach((count, cell) => (squares += ((count / n - q) / (p - q) - truth[cell]!) ** 2 / times));
  }
  for (const score of told) score.expectHonest();
  expect(squares / sum(truth.map((f) => bound(f, n, { k, eps: two })))).toBeLessThanOrEqual(1.05);
});

test("what is looked at next after a purchase", () => {
  const random = createRandom(64);
  const names = pairCells(["boots", "tents", "maps"]);
  const truth = [0.3, 0.25, 0.1, 0.1, 0.1, 0.1, 0.05];
  const score = createScore(0.25 / 0.35);
  for (let run = 0; run < runs; run++) {
    const support = supportOf(multinomial(4000, truth, random), two, random);
    const found = transitions({ n: 4000, support }, { cells: 7, epsilon: two }, names);
    const first = found.find(({ bought, next }) => bought === "boots" && next === "tents");
    score.add(first!.weight);
  }
  score.expectHonest();
});
