import { expect, test } from "vitest";
import { fromBase64url, hasCell, plan } from "../wire/index.js";
import { answerVisit } from "./answer-visit.js";
import { emptyStatistics, type StatisticsRecord } from "./record.js";
import { seeded } from "./test/seeded.js";
import { asked, day, id, interests, met, now, reportsOf, slot, visit } from "./test/visits.js";

test("questions about topics are asked beside the others, and again four weeks after they were answered", () => {
  const policy = { slot: 10_000, topics: 10_000, pairs: 10_000 };
  const ask = (at: number, record: StatisticsRecord): StatisticsRecord =>
    answerVisit(
      visit(
        { ...met(slot("home")), id: at },
        { record, now: at, policy, interests, newId: () => id(at % 99) },
      ),
    ).record;
  const first = ask(now, emptyStatistics());
  expect(asked(first).sort()).toEqual(["pairs", "slot:home", "topics"]);
  const second = ask(now + 28 * day - 1, first);
  expect(second.said.slice(3).map(({ q }) => q)).toEqual(["slot:home"]);
  const third = ask(now + 28 * day, second);
  expect(
    third.said
      .slice(4)
      .map(({ q }) => q)
      .sort(),
  ).toEqual(["pairs", "slot:home", "topics"]);
});

test("a visit without a slot asks about topics too; one answered before does not", () => {
  const { record } = answerVisit(visit(met(), { interests }));
  expect(asked(record).sort()).toEqual(["pairs", "topics"]);
  expect(answerVisit(visit({ ...met(), answered: true }, { interests })).record).toEqual(emptyStatistics());
});

test("which questions are drawn does not depend on the interests, and what is not among the cells is none", () => {
  const outcomes = met(slot("a"), slot("b"), slot("c"));
  const drawn = (seed: number, change: object): string[] =>
    asked(
      answerVisit(visit(outcomes, { random: seeded(seed), interests: { ...interests, ...change } })).record,
    );
  for (let seed = 0; seed < 50; seed++)
    expect(drawn(seed, { topic: undefined, pair: undefined })).toEqual(drawn(seed, {}));
  const truth = (topic: string | undefined): number => {
    let none = 0;
    for (let seed = 0; seed < 300; seed++) {
      const { record } = answerVisit(
        visit(met(), {
          random: seeded(seed),
          interests: { cells: interests.cells, topic },
          policy: { pairs: 0 },
        }),
      );
      if (hasCell(fromBase64url(reportsOf(record)[0]!.answers[0]!.a)!, 0)) none++;
    }
    return none;
  };
  const { p } = plan(64, 2_000_000);
  for (const topic of [undefined, "pregnancy", "topic-70"])
    expect(Math.abs(truth(topic) - 300 * p)).toBeLessThan(3.29 * Math.sqrt(300 * p * (1 - p)));
});

test("where there is nothing to choose from nothing is asked", () => {
  const cells = { topics: ["none"], pairs: ["none"] };
  expect(answerVisit(visit(met(), { interests: { cells } })).record).toEqual(emptyStatistics());
});
