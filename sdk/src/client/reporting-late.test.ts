import { expect, test, vi } from "vitest";
import { decodeReport } from "../wire/index.js";
import { beginVisit, meet, type Visit } from "./outcomes.js";
import { answerFor, answerLateFor, sendDue } from "./reporting.js";
import { setUpReporting as setUp } from "./reporting.test-helper.js";

const day = 86_400_000;
const model = { isSensitive: () => false };

/** A visit whose slot has a goal: with one slot both its questions are paid for. */
const measured = (): Visit =>
  meet(beginVisit(42), {
    slot: "hero",
    variants: ["a", "b"],
    reached: "none",
    holdout: 0,
    arm: 1,
    goal: false,
    measured: "buy",
  });

test("a late goal: the answer kept for it is put in the queue, paid for already, and sent byte for byte", async () => {
  const { core, store, record, bodies, time } = setUp(204, 503);
  await answerFor(core, store, measured(), model);
  await sendDue(core, store);
  const { ledger } = record();
  expect(ledger).toHaveLength(2);
  time.now += 3 * day;
  await answerLateFor(core, store, ["buy"]);
  expect(record().ledger).toEqual(ledger);
  await sendDue(core, store);
  time.now += day;
  await sendDue(core, store);
  expect(bodies()).toHaveLength(3);
  expect(bodies()[2]).toBe(bodies()[1]);
  expect(decodeReport(bodies()[1] as string)).toMatchObject({
    day: Math.floor((time.now - day) / day),
    answers: [{ q: "late:hero" }],
  });
});

test("a goal nobody waits for writes nothing; without a grant none is looked for", async () => {
  const { core, store, permission } = setUp();
  await answerFor(core, store, measured(), model);
  const update = vi.spyOn(store, "update");
  const read = vi.spyOn(store, "read");
  await answerLateFor(core, store, ["other"]);
  expect(update).not.toHaveBeenCalled();
  read.mockClear();
  permission.statistics = false;
  await answerLateFor(core, store, ["buy"]);
  expect(read).not.toHaveBeenCalled();
});

test("a store that fails at a late goal is survived and told", async () => {
  const { core, store, said } = setUp();
  vi.spyOn(store, "read").mockRejectedValue(new Error("disk"));
  await expect(answerLateFor(core, store, ["buy"])).resolves.toBeUndefined();
  expect(said).toHaveLength(1);
});

test("the manifest's policy holds: it spends less, switches questions off, and what is wrong in it is told", async () => {
  const { core, store, record, said } = setUp();
  core.settings.manifest.statistics = { slot: 1, late: false, budget: 99, extra: 1 };
  await answerFor(core, store, measured(), model);
  expect(record().ledger.map(({ micro }) => micro)).toEqual([1_000_000]);
  expect(said).toEqual(["manifest.statistics.budget: malformed", "manifest.statistics.extra: unknown"]);
});

test("a record of an earlier release, which knew of no late goals, goes on", async () => {
  const { core, store, values, record } = setUp();
  const ledger = [{ at: core.clock(), micro: 6_000_000 }];
  values.set("statistics", { v: 1, ledger, queue: [], answered: {} });
  await answerLateFor(core, store, ["buy"]);
  expect(await answerFor(core, store, measured(), model)).toBe(true);
  expect(record()).toMatchObject({ ledger, late: {}, said: [] });
});
