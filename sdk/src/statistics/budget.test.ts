import fc from "fast-check";
import { expect, test } from "vitest";
import { answerLate } from "./answer-late.js";
import { answerVisit } from "./answer-visit.js";
import { emptyStatistics, type StatisticsRecord } from "./record.js";
import { seeded } from "./test/seeded.js";
import { day, id, interests, met, now, slot, visit } from "./test/visits.js";

/** What happens to a device: time passes, backwards too where a clock is set; a visit ends, or goals are reached. */
const happenings = fc.array(
  fc.record({
    wait: fc.oneof(
      fc.integer({ min: 0, max: 3 * day }),
      fc.constantFrom(-100 * day, -8 * day, -1, 8 * day, 100 * day),
    ),
    slots: fc.integer({ min: 0, max: 5 }),
    reached: fc.boolean(),
  }),
  { maxLength: 30 },
);

test("never more than ε = 6 in any seven days, over any sequence of visits, goals and clocks set", () => {
  fc.assert(
    fc.property(happenings, fc.integer(), (sequence, seed) => {
      const random = seeded(seed);
      const charges: { at: number; micro: number }[] = [];
      let record = emptyStatistics();
      let time = now;
      sequence.forEach(({ wait, slots, reached }, index) => {
        time = Math.max(0, time + wait);
        const before = record;
        const names = Array.from({ length: slots }, (_, number) =>
          slot(`s${number}`, { holdout: 10, measured: "buy", goal: reached }),
        );
        const at = { now: time, newId: () => id(index) };
        const outcomes = { ...met(...names), id: index };
        record = answerVisit(visit(outcomes, { ...at, record, random, interests })).record;
        charges.push(...record.ledger.filter((charge) => !before.ledger.includes(charge)));
        // What is sent later has been paid for already.
        const after = answerLate(record, ["buy"], { ...at, site: "outdoor" });
        expect(after.ledger).toEqual(record.ledger);
        if (reached) record = after;
      });
      for (const { at } of charges) {
        const week = charges.filter((one) => one.at > at - 7 * day && one.at <= at);
        expect(week.reduce((sum, { micro }) => sum + micro, 0)).toBeLessThanOrEqual(6_000_000);
      }
    }),
  );
});

test("every answer that leaves is paid for, once", () => {
  fc.assert(
    fc.property(happenings, fc.integer(), (sequence, seed) => {
      const random = seeded(seed);
      let record = emptyStatistics();
      let spentOnAll = 0;
      sequence.forEach(({ slots, reached }, index) => {
        const names = Array.from({ length: slots }, (_, at) => slot(`s${at}`, { measured: "buy" }));
        const at = { now: now + index * 4 * day, newId: () => id(index) };
        const before = record.ledger;
        record = answerVisit(visit({ ...met(...names), id: index }, { ...at, record, random })).record;
        spentOnAll += record.ledger.filter((charge) => !before.includes(charge)).length;
        if (reached) record = answerLate(record, ["buy"], { ...at, site: "outdoor" });
      });
      expect(record.said.length + Object.keys(record.late).length).toBeLessThanOrEqual(spentOnAll);
    }),
  );
});

test("a clock set ahead and back again buys nothing: what was forgotten meanwhile is not spent twice", () => {
  const answer = (record: StatisticsRecord, time: number, slots: number): StatisticsRecord => {
    const names = Array.from({ length: slots }, (_, at) => slot(`s${at}`));
    const outcomes = { ...met(...names), id: time };
    return answerVisit(visit(outcomes, { record, now: time })).record;
  };
  const ahead = answer(answer(emptyStatistics(), now, 2), now + 100 * day, 1);
  expect(ahead.ledger).toEqual([{ at: now + 100 * day, micro: 3_000_000 }]);
  const back = answer(ahead, now + 1, 2);
  expect(back.ledger).toEqual(ahead.ledger);
  expect(back.said).toEqual(ahead.said);
});
