import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  addQuestions,
  addTallies,
  addToken,
  countQuestions,
  findQuestions,
  forgetReports,
  hasToken,
  hasTokens,
  migrate,
  prune,
  readQuestions,
  readSites,
  readSpan,
  readSums,
  rememberReports,
  takeToken,
  writeSite,
  type Database,
  type QuestionTable,
  type TallyTable,
} from "./index.js";

const key = { site: "outdoor", name: "slot:hero", hash: "abcdefg" };
const question: QuestionTable = {
  ...key,
  cells: 4,
  epsilon: 3_000_000,
  mechanism: "ss",
  first_day: 10,
  answers: 5,
  lasting: 0,
};
const tally: TallyTable = {
  site: "outdoor",
  question: key.name,
  hash: key.hash,
  arm: -1,
  day: 10,
  cell: -1,
  count: 1,
};
const report = (number: number, day = 10): { site: string; id: string; day: number } => ({
  ...{ site: "outdoor", id: `id-${number}`, day },
});

/** What every database must do alike; run on each of them. */
export function storeSuite(
  name: string,
  open: () => Promise<{ db: Database; close: () => Promise<void> }>,
): void {
  describe(name, () => {
    let db: Database;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ db, close } = await open());
    });
    afterEach(() => close());
    const current = (): Database => db;
    reportTests(current);
    sumTests(current);
    questionTests(current);
    tokenTests(current);
    siteTests(current);
  });
}

function reportTests(current: () => Database): void {
  test("an id is new once, in batches of every size", async () => {
    const batch = Array.from({ length: 1003 }, (_, number) => report(number));
    expect((await rememberReports(current(), batch)).size).toBe(1003);
    const again = await rememberReports(current(), [...batch.slice(500), report(5000)]);
    expect([...again]).toEqual(["outdoor id-5000"]);
  });

  test("a forgotten id is new again; the same id of another site is another", async () => {
    await rememberReports(current(), [report(1)]);
    await forgetReports(current(), [report(1)]);
    const fresh = await rememberReports(current(), [report(1), { ...report(1), site: "other" }]);
    expect(fresh.size).toBe(2);
  });

  test("ids leave with the day that would be refused", async () => {
    await rememberReports(current(), [report(1, 10), report(2, 11)]);
    await prune(current(), 12);
    expect((await rememberReports(current(), [report(1, 10)])).size).toBe(0);
    await prune(current(), 13);
    expect((await rememberReports(current(), [report(1, 10), report(2, 11)])).size).toBe(1);
  });
}

function sumTests(current: () => Database): void {
  test("sums add up over calls and days, arm by arm", async () => {
    const db = current();
    await addTallies(db, [tally, { ...tally, cell: 2 }, { ...tally, arm: 1, count: 7 }]);
    await addTallies(db, [
      { ...tally, count: 2 },
      { ...tally, cell: 2, count: 3 },
      { ...tally, day: 12, count: 10 },
    ]);
    const cells = { ...key, cells: 4 };
    expect(await readSums(db, cells, { from: 10, to: 12 })).toEqual([
      { arm: -1, n: 13, support: [0, 0, 4, 0] },
      { arm: 1, n: 7, support: [0, 0, 0, 0] },
    ]);
    expect(await readSums(db, cells, { from: 11, to: 12 })).toEqual([
      { arm: -1, n: 10, support: [0, 0, 0, 0] },
    ]);
    expect(await readSums(db, { ...cells, hash: "other" }, { from: 0, to: 99 })).toEqual([]);
    expect(await readSpan(db, key)).toEqual({ from: 10, to: 12 });
    expect(await readSpan(db, { ...key, name: "slot:none" })).toBeUndefined();
  });

  test("a thousand sums go in at once", async () => {
    const rows = Array.from({ length: 1000 }, (_, cell) => ({ ...tally, cell }));
    await addTallies(current(), rows);
    await addTallies(current(), rows.reverse());
    const [sums] = await readSums(current(), { ...key, cells: 1000 }, { from: 0, to: 99 });
    expect(sums?.support.every((count) => count === 2)).toBe(true);
  });
}

function questionTests(current: () => Database): void {
  test("a question keeps its parameters and adds its answers", async () => {
    const db = current();
    await addQuestions(db, [question]);
    await addQuestions(db, [{ ...question, answers: 20, lasting: 1 }]);
    expect(await readQuestions(db, "outdoor")).toEqual([{ ...question, answers: 25, lasting: 1 }]);
    expect(await countQuestions(db, "outdoor")).toEqual({ lasting: 1, provisional: 0 });
  });

  test("questions are found by site and name with all their versions", async () => {
    const db = current();
    const others = [
      { ...question, hash: "other" },
      { ...question, site: "blog" },
      { ...question, name: "slot:x" },
    ];
    await addQuestions(db, [question, ...others]);
    const found = await findQuestions(db, [key]);
    expect([...found.keys()].sort()).toEqual(["outdoor slot:hero abcdefg", "outdoor slot:hero other"]);
    expect((await findQuestions(db, [])).size).toBe(0);
  });
}

function tokenTests(current: () => Database): void {
  test("tokens fit their scope only, and their text is not stored", async () => {
    const db = current();
    expect(await hasTokens(db)).toBe(false);
    await addToken(db, "plain-text", { scope: "read", day: 10 });
    expect(await hasTokens(db)).toBe(true);
    expect(await hasToken(db, "plain-text", { scope: "read", day: 9999 })).toBe(true);
    expect(await hasToken(db, "plain-text", { scope: "session", day: 10 })).toBe(false);
    expect(await hasToken(db, "other", { scope: "read", day: 10 })).toBe(false);
    expect(JSON.stringify(await db.selectFrom("token").selectAll().execute())).not.toContain("plain-text");
  });

  test("a set-up token works once, and a session ends after 30 days", async () => {
    const db = current();
    await addToken(db, "once", { scope: "setup", day: 10 });
    expect(await takeToken(db, "once", { scope: "setup", day: 11 })).toBe(true);
    expect(await takeToken(db, "once", { scope: "setup", day: 11 })).toBe(false);
    await addToken(db, "browser", { scope: "session", day: 10 });
    expect(await hasToken(db, "browser", { scope: "session", day: 39 })).toBe(true);
    expect(await hasToken(db, "browser", { scope: "session", day: 40 })).toBe(false);
    await prune(db, 40);
    expect(await db.selectFrom("token").selectAll().execute()).toEqual([]);
  });
}

function siteTests(current: () => Database): void {
  test("a site keeps what a change leaves out", async () => {
    const db = current();
    await writeSite(db, { name: "outdoor", slots: { hero: { variants: ["a"] } } });
    await writeSite(db, { name: "outdoor", origins: ["https://shop.example"] });
    await writeSite(db, { name: "outdoor" });
    const site = { name: "outdoor", slots: { hero: { variants: ["a"] } }, origins: ["https://shop.example"] };
    expect(await readSites(db)).toEqual([site]);
    expect(await readSites(db, ["other"])).toEqual([]);
    expect(await readSites(db, [])).toEqual([]);
  });

  test("migrating again changes nothing", async () => {
    await addQuestions(current(), [question]);
    await migrate(current());
    expect(await readQuestions(current(), "outdoor")).toHaveLength(1);
  });
}
