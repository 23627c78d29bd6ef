import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "../wire/index.js";
import { answerLate } from "./answer-late.js";
import { answerVisit } from "./answer-visit.js";
import type { SlotOutcome } from "./record.js";
import { seeded } from "./test/seeded.js";
import { id, interests, met, now, reportsOf, slot, visit } from "./test/visits.js";

test("whatever mixture of questions is answered, a report is as long as any other", () => {
  const long = (letter: string): SlotOutcome =>
    slot(letter.repeat(64), {
      variants: Array.from({ length: 366 }, (_, index) => `v${index}`),
      holdout: 10,
      measured: "buy",
    });
  const lengths = new Set<number>();
  const mixtures = new Set<string>();
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 4 }), fc.boolean(), (seed, slots, cheap) => {
      const outcomes = met(...["a", "b", "c", "d"].slice(0, slots).map(long));
      const eps = cheap ? 10_000 : 1_500_000;
      const policy = { slot: eps, uplift: eps, topics: eps, pairs: eps };
      const random = seeded(seed);
      let { record } = answerVisit(visit(outcomes, { random, policy, interests }));
      record = answerLate(record, ["buy"], { site: "s".repeat(64), now, newId: () => id(2) });
      for (const { body } of record.queue) lengths.add(body.length);
      for (const { answers } of reportsOf(record))
        mixtures.add(
          answers
            .map(({ q }) => q.split(":")[0])
            .sort()
            .join(),
        );
    }),
    // The same cases every time: the mixtures below have to be among them.
    { numRuns: 1000, seed: 1 },
  );
  expect([...lengths]).toEqual([limits.reportBytes]);
  for (const mixture of ["pairs,topics", "late", "slot,slot,slot", "pairs,slot,topics,uplift"])
    expect(mixtures).toContain(mixture);
});
