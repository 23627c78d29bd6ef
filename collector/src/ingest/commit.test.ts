import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase, prune, readQuestions, writeSite, type Database } from "../store/index.js";
import { startPostgres, type TestPostgres } from "../testing/postgres.js";
import { bodyOf, createRandom, slotAnswer } from "../testing/visitor.js";
import { commit } from "./commit.js";
import type { Incoming } from "./types.js";
import { validate } from "./validate.js";

const today = 20_779;
const noon = (today + 0.5) * 86_400_000;

const incoming = (number: number): Incoming => validate(bodyOf(number), noon);

/** A report that asks a question of its own. */
function asking(number: number, slot = `slot-${number}`): Incoming {
  const answers = [slotAnswer(slot, ["a"], { cell: 0, random: createRandom(number) })];
  return validate(bodyOf(number, { answers }), noon);
}

const many = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres({ durable: false });
}, 60_000);
afterAll(() => postgres.stop());

describe.each([
  ["SQLite", () => Promise.resolve(":memory:")],
  ["PostgreSQL", () => postgres.newDatabase()],
])("%s", (_name, newDatabase) => {
  async function open(): Promise<Database> {
    const db = await openDatabase(await newDatabase());
    await writeSite(db, { name: "outdoor" });
    return db;
  }

  test("a batch may hold the same report twice", async () => {
    const db = await open();
    const batch = [incoming(1), incoming(2), incoming(1)];
    expect(await commit(db, batch, today)).toEqual(["counted", "counted", "repeat"]);
    expect(await commit(db, [incoming(2), incoming(3)], today)).toEqual(["repeat", "counted"]);
    const tallies = await db.selectFrom("tally").select("count").where("cell", "=", -1).execute();
    expect(tallies).toEqual([{ count: 3 }]);
    await db.destroy();
  });

  test("a question lasts from its 20th answer on", async () => {
    const db = await open();
    await commit(db, many(0, 19).map(incoming), today);
    expect(await readQuestions(db, "outdoor")).toMatchObject([{ answers: 19, lasting: 0 }]);
    await commit(db, [incoming(19)], today);
    expect(await readQuestions(db, "outdoor")).toMatchObject([{ answers: 20, lasting: 1 }]);
    await db.destroy();
  });

  test("a provisional question is forgotten with its sums after three days, a lasting one never", async () => {
    const db = await open();
    await commit(db, [...many(0, 20).map(incoming), asking(100, "rare")], today);
    await prune(db, today + 2);
    expect(await readQuestions(db, "outdoor")).toHaveLength(2);
    await prune(db, today + 3);
    expect(await readQuestions(db, "outdoor")).toMatchObject([{ name: "slot:home-hero" }]);
    const asked = await db.selectFrom("tally").select("question").distinct().execute();
    expect(asked).toEqual([{ question: "slot:home-hero" }]);
    await db.destroy();
  });

  test("a flood of new questions fills the provisional places and nothing else", async () => {
    const db = await open();
    await commit(db, many(0, 20).map(incoming), today);
    const flood = many(1000, 201).map((number) => asking(number));
    const outcomes = await commit(db, flood, today);
    expect(outcomes.filter((outcome) => outcome === "counted")).toHaveLength(200);
    expect(outcomes.at(-1)).toMatchObject({ status: 429, code: "too-many-questions", place: "answers[0].q" });
    const later = [incoming(50), asking(5000, "slot-1000"), flood.at(-1)!];
    expect(await commit(db, later, today)).toEqual(["counted", "counted", outcomes.at(-1)]);
    await db.destroy();
  });

  test("at most 200 questions last, a further one stays provisional however often it is answered", async () => {
    const db = await open();
    for (let round = 0; round < 20; round++) {
      const batch = many(0, 200).map((slot) => asking(round * 1000 + slot, `slot-${slot}`));
      await commit(db, batch, today);
    }
    const late = many(50_000, 25).map((number) => asking(number, "late"));
    await commit(db, late, today);
    const questions = await readQuestions(db, "outdoor");
    expect(questions.filter((question) => question.lasting === 1)).toHaveLength(200);
    const last = questions.find((question) => question.name === "slot:late");
    expect(last).toMatchObject({ answers: 25, lasting: 0 });
    await db.destroy();
  });

  test("a site with a fixed list learns what it names, in the version it names, and nothing else", async () => {
    const db = await open();
    await commit(db, [asking(1, "before")], today);
    const slots = { "home-hero": { variants: ["hiking", "peru"] } };
    await writeSite(db, { name: "outdoor", fixed: true, slots });
    const renamed = [slotAnswer("home-hero", ["hiking", "other"], { cell: 0, random: createRandom(1) })];
    const batch = [
      ...[asking(1, "before"), incoming(1000), asking(1001, "before"), asking(1002)],
      validate(bodyOf(1003, { answers: renamed }), noon),
    ];
    expect(await commit(db, batch, today)).toEqual([
      ...["repeat", "counted", "counted"],
      expect.objectContaining({ code: "unknown-question", status: 404, place: "answers[0].q" }),
      expect.objectContaining({ code: "unknown-question" }),
    ]);
    expect((await readQuestions(db, "outdoor")).map(({ name }) => name)).toEqual([
      "slot:before",
      "slot:home-hero",
    ]);
    await db.destroy();
  });

  test("reports of sites that nobody added are refused, those beside them count", async () => {
    const db = await open();
    const foreign = validate(bodyOf(1, { site: "books" }), noon);
    const refused = expect.objectContaining({ code: "unknown-site", status: 404, place: "site" });
    expect(await commit(db, [foreign, incoming(2)], today)).toEqual([refused, "counted"]);
    await commit(db, many(10, 20).map(incoming), today);
    expect(await commit(db, [incoming(3), foreign], today)).toEqual(["counted", refused]);
    expect(await db.selectFrom("report").select("site").distinct().execute()).toEqual([{ site: "outdoor" }]);
    await db.destroy();
  });

  test("a batch that fails leaves nothing behind", async () => {
    const db = await open();
    await db.schema.dropTable("tally").execute();
    await expect(commit(db, [incoming(1)], today)).rejects.toThrow("tally");
    expect(await db.selectFrom("report").selectAll().execute()).toEqual([]);
    expect(await readQuestions(db, "outdoor")).toEqual([]);
    await db.destroy();
  });
});
