import { expect, test } from "vitest";
import { openSqlite, prune, readQuestions, writeSite, type Database } from "../store/index.js";
import { noon } from "../testing/collector.js";
import { bodyOf, createRandom, slotAnswer } from "../testing/visitor.js";
import { commit } from "./commit.js";
import type { Incoming } from "./types.js";
import { validate } from "./validate.js";

const today = 20_779;

async function open(): Promise<Database> {
  const db = await openSqlite(":memory:");
  await writeSite(db, { name: "outdoor" });
  return db;
}

const incoming = (number: number): Incoming => validate(bodyOf(number), noon);

/** A report that asks a question of its own. */
function asking(number: number, slot = `slot-${number}`): Incoming {
  const answers = [slotAnswer(slot, ["a"], { cell: 0, random: createRandom(number) })];
  return validate(bodyOf(number, { answers }), noon);
}

const many = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index);

test("a batch may hold the same report twice", async () => {
  const db = await open();
  expect(await commit(db, [incoming(1), incoming(2), incoming(1)], today)).toEqual([
    "counted",
    "counted",
    "repeat",
  ]);
  expect(await commit(db, [incoming(2), incoming(3)], today)).toEqual(["repeat", "counted"]);
  const tallies = await db.selectFrom("tally").select("count").where("cell", "=", -1).execute();
  expect(tallies).toEqual([{ count: 3 }]);
});

test("a question lasts from its 20th answer on", async () => {
  const db = await open();
  await commit(db, many(0, 19).map(incoming), today);
  expect(await readQuestions(db, "outdoor")).toMatchObject([{ answers: 19, lasting: 0 }]);
  await commit(db, [incoming(19)], today);
  expect(await readQuestions(db, "outdoor")).toMatchObject([{ answers: 20, lasting: 1 }]);
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
});

test("a flood of new questions fills the provisional places and nothing else", async () => {
  const db = await open();
  await commit(db, many(0, 20).map(incoming), today);
  const outcomes = await commit(
    db,
    many(1000, 201).map((number) => asking(number)),
    today,
  );
  expect(outcomes.filter((outcome) => outcome === "counted")).toHaveLength(200);
  expect(outcomes.at(-1)).toMatchObject({ status: 429, code: "too-many-questions", place: "answers[0].q" });
  expect(await commit(db, [incoming(50), asking(5000, "slot-1000")], today)).toEqual(["counted", "counted"]);
});

test("at most 200 questions last, a further one stays provisional however often it is answered", async () => {
  const db = await open();
  for (let round = 0; round < 20; round++) {
    await commit(
      db,
      many(0, 200).map((slot) => asking(round * 1000 + slot, `slot-${slot}`)),
      today,
    );
  }
  await commit(
    db,
    many(50_000, 25).map((number) => asking(number, "late")),
    today,
  );
  const questions = await readQuestions(db, "outdoor");
  expect(questions.filter((question) => question.lasting === 1)).toHaveLength(200);
  expect(questions.find((question) => question.name === "slot:late")).toMatchObject({
    answers: 25,
    lasting: 0,
  });
});

test("a batch that fails leaves nothing behind", async () => {
  const db = await open();
  await db.schema.dropTable("tally").execute();
  await expect(commit(db, [incoming(1)], today)).rejects.toThrow("tally");
  expect(await db.selectFrom("report").selectAll().execute()).toEqual([]);
  expect(await readQuestions(db, "outdoor")).toEqual([]);
});
