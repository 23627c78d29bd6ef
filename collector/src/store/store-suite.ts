import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  addQuestions,
  addTallies,
  addToken,
  countQuestions,
  findQuestions,
  findToken,
  forgetReports,
  hasToken,
  hasTokens,
  listTokens,
  migrate,
  pendingMigrations,
  prune,
  readQuestions,
  readSites,
  readSpan,
  readStepSums,
  readSums,
  rememberReports,
  revokeToken,
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
    stepTests(current);
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
    expect([...again]).toEqual(["10 id-5000 outdoor"]);
  });

  test("a forgotten id is new again; the same id of another site is another", async () => {
    await rememberReports(current(), [report(1)]);
    await forgetReports(current(), [report(1)]);
    const fresh = await rememberReports(current(), [report(1), { ...report(1), site: "other" }]);
    expect(fresh.size).toBe(2);
  });

  test("ids leave in parts, however many there are", async () => {
    const batch = Array.from({ length: 20_001 }, (_, number) => report(number));
    await rememberReports(current(), [...batch, report(1, 13)]);
    await prune(current(), 13);
    expect(await current().selectFrom("report").select("day").execute()).toEqual([{ day: 13 }]);
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
    const stored = await db.selectFrom("tally").select("count").where("day", "=", 12).executeTakeFirst();
    expect(stored).toEqual({ count: 10 });
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

function stepTests(current: () => Database): void {
  test("sums in steps of several days: one without answers is empty, the last is as long as it is", async () => {
    const db = current();
    const days = [9, 10, 12, 13, 19, 20].map((day) => ({ ...tally, day, count: day }));
    await addTallies(db, [...days, { ...tally, day: 12, cell: 3 }, { ...tally, day: 20, arm: 1, cell: 0 }]);
    const cells = { ...key, cells: 4 };
    const arm = (n: number, support = [0, 0, 0, 0]): object => ({ arm: -1, n, support });
    expect(await readStepSums(db, cells, { from: 10, to: 20, days: 3 })).toEqual([
      [arm(22, [0, 0, 0, 1])],
      [arm(13)],
      [],
      [arm(39), { arm: 1, n: 0, support: [1, 0, 0, 0] }],
    ]);
    expect(await readStepSums(db, cells, { from: 30, to: 40, days: 7 })).toEqual([]);
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

  test("questions are found by site, name and hash", async () => {
    const db = current();
    const others = [
      { ...question, hash: "other" },
      { ...question, site: "blog" },
      { ...question, name: "slot:x" },
    ];
    await addQuestions(db, [question, ...others]);
    const found = await findQuestions(db, [key]);
    expect([...found]).toEqual([["outdoor slot:hero abcdefg", question]]);
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

  test("a share link is good for one site, until its day or until it is revoked", async () => {
    const db = current();
    const share = { scope: "share", day: 10, site: "outdoor", label: "agency", expires: 20 } as const;
    await addToken(db, "link", share);
    await addToken(db, "all", { scope: "read", day: 11 });
    const wanted = { scope: "share", day: 19, site: "outdoor" } as const;
    expect(await hasToken(db, "link", wanted)).toBe(true);
    expect(await hasToken(db, "link", { ...wanted, day: 20 })).toBe(false);
    expect(await hasToken(db, "link", { ...wanted, site: "books" })).toBe(false);
    expect(await hasToken(db, "link", { ...wanted, site: undefined })).toBe(false);
    const [all, link] = await listTokens(db);
    const id = link?.id ?? "";
    expect(all).toMatchObject({ scope: "read", site: null, expires: null });
    expect(link).toEqual({ id: expect.stringMatching(/^[\da-f]{12}$/) as string, ...share });
    expect(await findToken(db, "link", 19)).toEqual(link);
    expect(await revokeToken(db, "%")).toBe(false);
    expect(await revokeToken(db, id)).toBe(true);
    expect(await revokeToken(db, id)).toBe(false);
    expect(await hasToken(db, "link", wanted)).toBe(false);
    expect(await hasToken(db, "all", { scope: "read", day: 19, site: "outdoor" })).toBe(true);
  });
}

function siteTests(current: () => Database): void {
  test("a site keeps what a change leaves out", async () => {
    const db = current();
    await writeSite(db, { name: "outdoor", slots: { hero: { variants: ["a"] } } });
    await writeSite(db, { name: "outdoor", origins: ["https://shop.example"] });
    await writeSite(db, { name: "outdoor" });
    await writeSite(db, { name: "outdoor", cells: { topics: ["none", "a"] }, fixed: true });
    await writeSite(db, { name: "outdoor", cells: { topics: ["none", "b"] } });
    const site = {
      ...{ name: "outdoor", slots: { hero: { variants: ["a"] } }, origins: ["https://shop.example"] },
      ...{ cells: { topics: ["none", "b"] }, fixed: true },
    };
    expect(await readSites(db)).toEqual([site]);
    expect(await readSites(db, ["other"])).toEqual([]);
    expect(await readSites(db, [])).toEqual([]);
  });

  test("migrating again changes nothing", async () => {
    await addQuestions(current(), [question]);
    await migrate(current());
    expect(await pendingMigrations(current())).toEqual([]);
    expect(await readQuestions(current(), "outdoor")).toHaveLength(1);
  });
}
