import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsHash, fromBase64url, hasCell, limits, plan } from "../wire/index.js";
import { answerVisit } from "./answer-visit.js";
import { spent } from "./ledger.js";
import { arms, slotCells } from "./questions.js";
import { dueReports } from "./queue.js";
import { emptyStatistics, type StatisticsRecord, type VisitOutcomes } from "./record.js";
import { seeded } from "./test/seeded.js";
import { asked, day, id, met, now, reportsOf, slot, visit } from "./test/visits.js";

test("a visit becomes one valid report, its charge and its mark, in one new record", () => {
  const before = emptyStatistics();
  const { record } = answerVisit(visit(met(slot("home", { holdout: 10, goal: true })), { record: before }));
  expect(before).toEqual(emptyStatistics());
  expect(record.queue).toEqual([{ id: id(1), body: expect.any(String), at: now }]);
  const [report] = reportsOf(record);
  expect(report).toMatchObject({ v: 1, site: "outdoor", id: id(1), day: 20779 });
  expect(report!.answers).toHaveLength(2);
  expect(report!.answers).toContainEqual(
    expect.objectContaining({ q: "slot:home", cells: 7, hash: cellsHash(slotCells(["a", "b"])), m: "ss" }),
  );
  expect(report!.answers).toContainEqual(
    expect.objectContaining({ q: "uplift:home", cells: 2, hash: cellsHash(arms), m: "rr", arm: 1 }),
  );
  expect(record.ledger).toEqual([
    { at: now, micro: 3_000_000 },
    { at: now, micro: 3_000_000 },
  ]);
  expect(record.answered).toEqual({ "slot:home": now - 600_000, "uplift:home": now });
  expect(record.said.map(({ at, q }) => [at, q])).toEqual(report!.answers.map(({ q }) => [now, q]));
});

test("a visit is answered once: again, even with other randomness, nothing changes", () => {
  const outcomes = met(slot("home"));
  const { record } = answerVisit(visit(outcomes));
  expect(answerVisit(visit(outcomes, { record, random: seeded(2) })).record).toBe(record);
  const marked = { ...met(slot("other")), answered: true };
  expect(answerVisit(visit(marked, { record })).record).toBe(record);
});

test("questions the budget could not pay for are not asked again for the same visit when it can", () => {
  const outcomes = met(slot("one"), slot("two"), slot("three"));
  const { record } = answerVisit(visit(outcomes));
  const later = answerVisit(visit(outcomes, { record, now: now + 8 * day }));
  expect(later.record).toBe(record);
});

test("a retry sends identical bytes", () => {
  const { record } = answerVisit(visit(met(slot("home"))));
  const first = dueReports(record, now)[0]!.body;
  const stored = JSON.parse(JSON.stringify(record)) as StatisticsRecord;
  expect(dueReports(stored, now + day)[0]!.body).toBe(first);
  const next = answerVisit(visit({ ...met(slot("other")), id: now }, { record, newId: () => id(2) }));
  expect(dueReports(next.record, now + day)[0]!.body).toBe(first);
});

test("no visit met, no slot met: nothing is drawn and nothing sent", () => {
  const random = (): number => {
    throw new Error("drew");
  };
  expect(answerVisit(visit(met(), { random })).record).toEqual(emptyStatistics());
});

test("which questions are answered is drawn evenly when the budget pays for two of four", () => {
  const random = seeded(3);
  const times = new Map<string, number>();
  for (let round = 0; round < 3000; round++) {
    const outcomes = met(slot("a"), slot("b"), slot("c"), slot("d"));
    const pair = asked(answerVisit(visit(outcomes, { random })).record)
      .sort()
      .join();
    times.set(pair, (times.get(pair) ?? 0) + 1);
  }
  expect(times.size).toBe(6);
  const chiSquare = [...times.values()].reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
  expect(chiSquare).toBeLessThan(20.5); // χ²(5) at p = 0.001
});

test("which questions are answered, and everything but the answers, does not depend on what happened", () => {
  const happened = fc.record({
    variant: fc.constantFrom("a", "b"),
    reached: fc.constantFrom("none" as const, "seen" as const, "clicked" as const, "goal" as const),
    goal: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(happened, { minLength: 4, maxLength: 4 }), fc.integer(), (truths, seed) => {
      const outcomes = met(...truths.map((truth, index) => slot(`s${index}`, { ...truth, holdout: 5 })));
      const nothing = met(...truths.map((_, index) => slot(`s${index}`, { reached: "none", holdout: 5 })));
      const bare = (given: VisitOutcomes): unknown[] =>
        reportsOf(answerVisit(visit(given, { random: seeded(seed) })).record).map((report) => ({
          ...report,
          answers: report.answers.map((answer) => ({ ...answer, a: "" })),
        }));
      expect(bare(outcomes)).toEqual(bare(nothing));
    }),
  );
});

test("the truth is in the answer as often as p says", () => {
  const random = seeded(4);
  const rounds = 4000;
  let honest = 0;
  for (let round = 0; round < rounds; round++) {
    const { record } = answerVisit(visit(met(slot("home", { variant: "b", reached: "goal" })), { random }));
    const set = fromBase64url(reportsOf(record)[0]!.answers[0]!.a)!;
    if (hasCell(set, 6)) honest++;
  }
  const { p } = plan(7, 3_000_000);
  expect(Math.abs(honest - rounds * p)).toBeLessThan(3.29 * Math.sqrt(rounds * p * (1 - p)));
});

test("the day is all a report says about time, and the start of the visit is not in it", () => {
  const early = answerVisit(visit(met(slot("home")), { now: 20779 * day })).record;
  const late = answerVisit(visit({ ...met(slot("home")), id: 5 }, { now: 20780 * day - 1 })).record;
  expect(early.queue[0]!.body).toBe(late.queue[0]!.body);
});

test("a policy may spend less, not more", () => {
  const outcomes = met(...["a", "b", "c", "d", "e"].map((name) => slot(name)));
  const cheap = { slot: 1_000_000, budget: 2_500_000 };
  expect(asked(answerVisit(visit(outcomes, { policy: cheap })).record)).toHaveLength(2);
  expect(asked(answerVisit(visit(outcomes, { policy: { budget: 0 } })).record)).toEqual([]);
  for (const budget of [6_000_001, -1, Number.NaN]) {
    expect(() => answerVisit(visit(outcomes, { policy: { budget } }))).toThrow("budget");
  }
});

test("however cheap, four answers a report, so that the length never changes", () => {
  const outcomes = met(...Array.from({ length: 9 }, (_, index) => slot(`s${index}`)));
  const { record } = answerVisit(visit(outcomes, { policy: { slot: 100_000 } }));
  expect(asked(record)).toHaveLength(4);
  expect(record.queue[0]!.body).toHaveLength(limits.reportBytes);
  expect(spent(record.ledger, now)).toBe(400_000);
});

test("a slot the format cannot carry is left out, the others are answered", () => {
  const variants = Array.from({ length: 400 }, (_, index) => `v${index}`);
  const outcomes = met(slot("größe"), slot("n".repeat(65)), slot("many", { variants }), slot("fine"));
  expect(asked(answerVisit(visit(outcomes)).record)).toEqual(["slot:fine"]);
});

test("a slot without variants is not asked about", () => {
  expect(asked(answerVisit(visit(met(slot("bare", { variants: [] })))).record)).toEqual([]);
});

test("the queue keeps twenty reports of seven days", () => {
  let record = emptyStatistics();
  const policy = { slot: 10_000 };
  for (let index = 0; index < 25; index++) {
    const outcomes = { ...met(slot("home")), id: index };
    record = answerVisit(visit(outcomes, { record, policy, newId: () => id(index) })).record;
  }
  expect(record.queue.map((report) => report.id)).toEqual(Array.from({ length: 20 }, (_, i) => id(i + 5)));
  const later = answerVisit(visit(met(slot("home")), { record, now: now + 7 * day, newId: () => id(99) }));
  expect(later.record.queue.map((report) => report.id)).toEqual([id(99)]);
  expect(later.record.ledger).toEqual([{ at: now + 7 * day, micro: 3_000_000 }]);
});

test("slots not met for four weeks are forgotten", () => {
  const { record } = answerVisit(visit(met(slot("old"))));
  const later = { ...met(slot("new")), id: now + 40 * day };
  const after = answerVisit(visit(later, { record, now: now + 40 * day })).record;
  expect(after.answered).toEqual({ "slot:new": now + 40 * day });
});
