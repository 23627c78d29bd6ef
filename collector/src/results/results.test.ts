import { pairCells, slotCells, topicCells } from "heimspiel/statistics";
import { expect, test } from "vitest";
import type { Result } from "../estimate/index.js";
import { openDatabase, writeSite, type Database, type Site } from "../store/index.js";
import { writeSums, type KnownSums } from "../testing/sums.js";
import { epsilon } from "../testing/visitor.js";
import { estimatesCsv, readCategories, readEstimates, readSlot, readTimeline } from "./index.js";

const first = 20_700;
const slot: KnownSums = {
  question: "slot:home-hero",
  cells: slotCells(["hiking", "peru"]),
  truth: [0.3, 0.25, 0.1, 0.05, 0.15, 0.1, 0.05],
  ...{ n: 2000, days: [first], epsilon },
};
const late: KnownSums = {
  ...slot,
  question: "late:home-hero",
  cells: ["none", "hiking", "peru"],
  truth: [0, 0.4, 0.6],
  n: 50,
};
const wanted = { site: "outdoor", slot: "home-hero" };
const named = { variants: ["hiking", "peru"] };

async function open(site: Partial<Site> = {}): Promise<Database> {
  const db = await openDatabase(":memory:");
  await writeSite(db, { name: "outdoor", ...site });
  return db;
}

const share = (result: Result | undefined): number => (result?.state === "ok" ? result.share : NaN);

test("late goals are added to those of the visit where the variants have names", async () => {
  const db = await open({ slots: { "home-hero": named } });
  await writeSums(db, slot);
  const before = (await readSlot(db, wanted)).visits!;
  expect(before.late).toBeUndefined();
  expect(before.rates[0]!.goal).toEqual(before.rates[0]!.inVisit);
  await writeSums(db, late);
  const after = (await readSlot(db, wanted)).visits!;
  expect(after.late).toBe(50);
  expect(after.rates[0]!.inVisit).toEqual(before.rates[0]!.inVisit);
  // 40 % of 50 late answers, to 40 % of 2000 visits
  expect(share(after.rates[0]!.goal) - share(before.rates[0]!.goal)).toBeCloseTo(20 / 800, 2);
  const error = (result: Result): number => (result.state === "ok" ? result.standardError : NaN);
  expect(error(after.rates[0]!.goal)).toBeGreaterThan(error(before.rates[0]!.goal));
  await writeSite(db, { name: "outdoor", slots: {} });
  expect((await readSlot(db, wanted)).visits!.late).toBeUndefined();
});

test("the sample ratio is checked where holdout or weights are known", async () => {
  const db = await open();
  await writeSums(db, slot);
  const arms = { ...slot, question: "uplift:home-hero", cells: ["holdout", "offered"], truth: [0.1, 0] };
  await writeSums(db, { ...arms, arm: 0, n: 200 });
  await writeSums(db, { ...arms, arm: 1, n: 1800 });
  const unknown = await readSlot(db, wanted);
  expect([unknown.visits!.sampleRatio, unknown.uplift!.sampleRatio]).toEqual([undefined, undefined]);
  const known = { ...named, choose: "test", weights: [40, 30], holdout: 10 };
  await writeSite(db, { name: "outdoor", slots: { "home-hero": known } });
  const good = await readSlot(db, wanted);
  expect(good.visits!.sampleRatio).toMatchObject({ mismatch: false });
  expect(good.uplift!.sampleRatio).toMatchObject({ mismatch: false, observed: [0.1, 0.9] });
  const wrong = { ...known, weights: [10, 90], holdout: 50 };
  await writeSite(db, { name: "outdoor", slots: { "home-hero": wrong } });
  const bad = await readSlot(db, wanted);
  expect(bad.visits!.sampleRatio).toMatchObject({ mismatch: true });
  expect(bad.uplift!.sampleRatio).toMatchObject({ mismatch: true });
  await writeSite(db, { name: "outdoor", slots: { "home-hero": { ...wrong, choose: "first" } } });
  expect((await readSlot(db, wanted)).visits!.sampleRatio).toBeUndefined();
});

test("a timeline by day, with days on which nothing came", async () => {
  const db = await open({ slots: { "home-hero": named } });
  await writeSums(db, { ...slot, days: [first, first + 2], n: 1500 });
  await writeSums(db, { ...late, days: [first + 2] });
  const { unit, points } = (await readTimeline(db, wanted))!;
  expect(unit).toBe("day");
  expect(points.map(({ from, to, n }) => [from - first, to - first, n])).toEqual([
    [0, 0, 1500],
    [1, 1, 0],
    [2, 2, 1500],
  ]);
  const [one, none, two] = points.map(({ goals }) => goals[0]);
  expect(none).toEqual({ state: "not enough data", reason: "under 100 answers" });
  expect(share(one)).toBeCloseTo(0.125, 2);
  expect(share(two)).toBeGreaterThan(0.14);
  expect(points[0]!.uplift).toBeUndefined();
});

test.each([
  { length: 14, n: 500, unit: "day" },
  { length: 14, n: 499, unit: "week" },
  { length: 31, n: 499, unit: "week" },
  { length: 13, n: 10, unit: "day" },
])("$length days with $n answers each are shown by $unit", async ({ length, n, unit }) => {
  const db = await open();
  const days = Array.from({ length }, (_, day) => first + day);
  await writeSums(db, { ...slot, n, days });
  expect((await readTimeline(db, wanted))!.unit).toBe(unit);
  // What came before the period does not make it a busy one.
  await writeSums(db, { ...slot, n: 1e6, days: [first - 1] });
  expect((await readTimeline(db, { ...wanted, from: first }))!.unit).toBe(unit);
});

test("from 32 days on by week, the last one as long as it is", async () => {
  const db = await open();
  const arms = { ...slot, question: "uplift:home-hero", cells: ["holdout", "offered"], truth: [0.1, 0] };
  const days = Array.from({ length: 37 }, (_, day) => first + day);
  await writeSums(db, { ...arms, arm: 0, n: 50, days });
  await writeSums(db, { ...arms, arm: 1, n: 100, truth: [0.2, 0], days });
  const { unit, points } = (await readTimeline(db, wanted))!;
  expect(unit).toBe("week");
  expect(points.map(({ from, to }) => [from - first, to - first])).toEqual([
    [0, 6],
    [7, 13],
    [14, 20],
    [21, 27],
    [28, 34],
    [35, 36],
  ]);
  for (const { uplift } of points) expect(share(uplift)).toBeCloseTo(0.1, 1);
  const within = { ...wanted, from: first - 9999, to: first + 9999 };
  expect((await readTimeline(db, within))!.points).toHaveLength(6);
  expect((await readTimeline(db, { ...within, from: first + 8, to: first + 9 }))!.points).toHaveLength(2);
  expect(await readTimeline(db, { ...wanted, slot: "unknown" })).toBeUndefined();
});

test("topics and pairs have the manifest's names, and pairs what follows a purchase", async () => {
  const cells = { topics: topicCells(["boots", "tents"]), pairs: pairCells(["boots", "tents", "maps"]) };
  const db = await open({ cells });
  const question = { ...slot, epsilon: 2_000_000 };
  await writeSums(db, { ...question, question: "topics", cells: cells.topics, truth: [0.5, 0.3, 0.2] });
  const truth = [0.4, 0.3, 0.1, 0.2, 0, 0, 0];
  await writeSums(db, { ...question, question: "pairs", cells: cells.pairs, truth });
  const topics = (await readCategories(db, { site: "outdoor", question: "topics" }))!;
  expect(topics.cells.map(({ name }) => name)).toEqual(["none", "boots", "tents"]);
  expect(share(topics.cells[1]!.result)).toBeCloseTo(0.3, 2);
  expect(topics.transitions).toEqual([]);
  const { transitions } = (await readCategories(db, { site: "outdoor", question: "pairs" }))!;
  expect(transitions.map(({ bought, next }) => `${bought}>${next}`)).toEqual([
    "boots>tents",
    "boots>maps",
    "tents>boots",
  ]);
  expect(share(transitions[0]!.weight)).toBeCloseTo(0.75, 2);
});

test("the version that the manifest names goes before a newer one, which has numbers", async () => {
  const names = topicCells(["boots", "tents"]);
  const db = await open();
  await writeSums(db, { ...slot, question: "topics", cells: names, truth: [0.5, 0.3, 0.2] });
  const strange = topicCells(["stoves", "ropes"]);
  const later = { ...slot, question: "topics", cells: strange, truth: [0.5, 0.3, 0.2], days: [first + 1] };
  await writeSums(db, later);
  const read = async (): Promise<string[]> =>
    (await readCategories(db, { site: "outdoor", question: "topics" }))!.cells.map(({ name }) => name);
  expect(await read()).toEqual(["cell 0", "cell 1", "cell 2"]);
  await writeSite(db, { name: "outdoor", cells: { topics: names } });
  expect(await read()).toEqual(names);
  await writeSite(db, { name: "outdoor", cells: { topics: topicCells(["nothing", "asked"]) } });
  expect(await read()).toEqual(["cell 0", "cell 1", "cell 2"]);
});

test("the API speaks of late goals, transitions, and of what may be quoted", async () => {
  const cells = { pairs: pairCells(['a"b', "c,d", "=1+1"]) };
  const db = await open({ slots: { "home-hero": named }, cells });
  await writeSums(db, { ...late, n: 2000 });
  await writeSums(db, { ...slot, question: "pairs", cells: cells.pairs, truth: [0.4, 0.4, 0.2, 0, 0, 0, 0] });
  const read = (question: string): ReturnType<typeof readEstimates> =>
    readEstimates(db, { site: "outdoor", question });
  expect((await read("late:home-hero"))!.estimates.map(({ name }) => name)).toEqual(late.cells);
  const pairs = (await read("pairs"))!;
  expect(pairs.transitions).toHaveLength(2);
  const csv = estimatesCsv(pairs);
  expect(csv).toContain('transition,2026-09-04,2026-09-04,"a""b","c,d",2000,ok,,0.6');
  expect(csv).toContain(`transition,2026-09-04,2026-09-04,"a""b",'=1+1,2000,ok,,0.3`);
  expect(await read("topics")).toBeUndefined();
});
