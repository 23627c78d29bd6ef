import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsHash, decodeReport, fromBase64url, hasCell, limits, plan } from "../wire/index.js";
import { answerLate } from "./answer-late.js";
import { answerVisit } from "./answer-visit.js";
import { emptyStatistics, type SlotOutcome, type StatisticsRecord } from "./record.js";
import { seeded } from "./test/seeded.js";

const day = 86_400_000;
const now = 20779 * day + 12_345;
const sender = { site: "outdoor", now, newId: () => "report-id-of-the-late" };

const slot = (name: string, change: Partial<SlotOutcome> = {}): SlotOutcome => ({
  slot: name,
  variants: ["a", "b"],
  variant: "b",
  reached: "seen",
  holdout: 0,
  arm: 1,
  goal: false,
  measured: "checkout",
  ...change,
});

interface Answering {
  record?: StatisticsRecord;
  seed?: number;
  id?: number;
  now?: number;
  policy?: { slot: number };
}

/** Answers a visit; where both of a slot's questions are paid for, what is drawn is no matter of luck. */
const answered = (slots: readonly SlotOutcome[], given: Answering = {}): StatisticsRecord => {
  const { record = emptyStatistics(), seed = 1, id = now - 600_000, now: at = now, policy } = given;
  return answerVisit({
    ...{ record, now: at, site: "outdoor", random: seeded(seed), newId: () => "report-id-of-the-slot" },
    outcomes: { v: 1, id, slots: Object.fromEntries(slots.map((one) => [one.slot, one])) },
    ...(policy && { policy }),
  }).record;
};
const late = (record: StatisticsRecord, goals = ["checkout"], at = now): StatisticsRecord =>
  answerLate(record, goals, { ...sender, now: at });

test("a late answer is drawn and paid for at the end of the visit, and leaves when the goal is reached", () => {
  const before = answered([slot("home")]);
  expect(before.ledger.map(({ micro }) => micro)).toEqual([3_000_000, 3_000_000]);
  expect(before.queue).toHaveLength(1);
  expect(decodeReport(before.queue[0]!.body).answers.map(({ q }) => q)).toEqual(["slot:home"]);
  const after = late(before, ["other", "checkout"], now + 3 * day);
  expect(after.ledger).toEqual(before.ledger);
  const report = decodeReport(after.queue[1]!.body);
  expect(report).toMatchObject({ id: "report-id-of-the-late", day: 20782 });
  expect(report.answers).toEqual([
    expect.objectContaining({
      q: "late:home",
      cells: 3,
      hash: cellsHash(["none", "a", "b"]),
      eps: 3_000_000,
    }),
  ]);
  expect(after.queue[1]!.body).toHaveLength(limits.reportBytes);
  expect(after.said.at(-1)).toMatchObject({ q: "late:home", at: now + 3 * day });
  expect(late(after)).toBe(after);
});

test("no goal, another goal, a goal reached in the visit, a slot without one: nothing is sent", () => {
  const before = answered([slot("home")]);
  expect(late(before, [])).toBe(before);
  expect(late(before, ["newsletter"])).toBe(before);
  for (const change of [
    { goal: true, reached: "goal" },
    { goal: true, reached: "none" },
  ] as const) {
    const reached = answered([slot("home", change)]);
    expect(reached.ledger).toHaveLength(2);
    expect(late(reached)).toBe(reached);
  }
  const { measured: _, ...without } = slot("home");
  const unmeasured = answered([without]);
  expect(unmeasured.ledger).toHaveLength(1);
  expect(late(unmeasured)).toBe(unmeasured);
});

test("a late answer waits for 28 days", () => {
  const before = answered([slot("home")]);
  expect(late(before, ["checkout"], now + 28 * day - 1).queue).not.toEqual(before.queue);
  expect(late(before, ["checkout"], now + 28 * day)).toBe(before);
});

test("another visit that met the slot ends the wait, one that met others does not", () => {
  const before = answered([slot("home")]);
  const other = answered([slot("cart")], { record: before, id: now, now: now + 8 * day });
  expect(Object.keys(other.late).sort()).toEqual(["late:cart", "late:home"]);
  const again = answered([slot("home", { goal: true })], { record: before, id: now, now: now + 8 * day });
  expect(again.late).toEqual({});
});

test("each late answer is a report of its own, so that two cannot be told to be of one device", () => {
  const cheap = { policy: { slot: 1_000_000 } };
  const before = answered([slot("home"), slot("cart")], cheap);
  expect(Object.keys(before.late)).toHaveLength(2);
  const after = late(before);
  expect(after.queue).toHaveLength(3);
  expect(after.queue.slice(1).map(({ body }) => decodeReport(body).answers.length)).toEqual([1, 1]);
});

test("the draw takes slot and late questions alike, whatever happened in the visit", () => {
  const truths: Partial<SlotOutcome>[] = [{ goal: true, reached: "goal" }, { reached: "none" }, {}];
  const rounds = 1500;
  for (const truth of truths) {
    const counts = { slot: 0, late: 0 };
    for (let seed = 0; seed < rounds; seed++) {
      const record = answered([slot("x", truth), slot("y", truth)], { seed });
      const said = record.said.filter(({ q }) => q === "slot:x").length;
      counts.slot += said;
      // A goal that was reached leaves nothing to wait for: what was drawn shows in the costs.
      const lates = record.ledger.length - record.said.length;
      counts.late += lates / 2;
    }
    // Two of four are drawn: each with probability ½; χ²(1) at p = 0.001.
    for (const count of Object.values(counts))
      expect((count - rounds / 2) ** 2 / (rounds / 4)).toBeLessThan(10.83);
  }
});

test("the same seed draws the same questions under every truth: the draw looks at none", () => {
  const truth = fc.record({
    reached: fc.constantFrom("none" as const, "seen" as const, "clicked" as const, "goal" as const),
    goal: fc.boolean(),
  });
  fc.assert(
    fc.property(truth, truth, fc.integer(), (one, other, seed) => {
      const drawn = (given: Partial<SlotOutcome>): unknown => {
        const { said, ledger, answered: marks } = answered([slot("x", given), slot("y", given)], { seed });
        return [said.map(({ q }) => q), ledger, marks];
      };
      expect(drawn(one)).toEqual(drawn(other));
    }),
  );
});

test("the variant seen is in the answer as often as p says; the default is none", () => {
  const rounds = 3000;
  for (const [change, cell] of [
    [{}, 2],
    [{ reached: "none" }, 0],
    [{ variant: "gone" }, 0],
  ] as const) {
    let honest = 0;
    for (let seed = 0; seed < rounds; seed++) {
      const { a } = answered([slot("home", change)], { seed }).late["late:home"]!.answer;
      if (hasCell(fromBase64url(a)!, cell)) honest++;
    }
    const { p } = plan(3, 3_000_000);
    expect(Math.abs(honest - rounds * p)).toBeLessThan(3.29 * Math.sqrt(rounds * p * (1 - p)));
  }
});

test("the answer is drawn once: whenever the goal is reached, it is the same", () => {
  const before = answered([slot("home")]);
  const answer = (at: number): string =>
    decodeReport(late(before, ["checkout"], at).queue[1]!.body).answers[0]!.a;
  expect(answer(now + 5 * day)).toBe(answer(now));
});
