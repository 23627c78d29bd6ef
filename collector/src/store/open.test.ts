import { sql } from "kysely";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../testing/process.js";
import { openAsIs, openDatabase, publicName, rememberReports, transact } from "./index.js";

test.each([
  [
    "postgres://user:secret@db.example:5433/heimspiel?sslmode=require",
    "postgres://db.example:5433/heimspiel",
  ],
  ["postgresql://user:secret@db.example/x?password=secret", "postgres://db.example/x"],
  ["postgres://user:se cret@[bad/x", "postgres"],
  [".heimspiel/collector.sqlite", ".heimspiel/collector.sqlite"],
])("a log calls %s %s", (where, name) => {
  expect(publicName(where)).toBe(name);
});

test("the folder of a file is made", async () => {
  const folder = makeFolder();
  const file = join(folder.path, "deep", "collector.sqlite");
  await (await openDatabase(file)).destroy();
  expect(existsSync(file)).toBe(true);
  folder.remove();
});

test("a full disk is named, undoes the transaction, and the next one works", async () => {
  const db = await openDatabase(":memory:");
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 4)}`.execute(db);
  const reports = Array.from({ length: 5000 }, (_, number) => ({ site: "outdoor", id: `${number}`, day: 1 }));
  const write = (count: number): Promise<Set<string>> =>
    transact(db, (trx) => rememberReports(trx, reports.slice(0, count)));
  await expect(write(5000)).rejects.toThrow("full");
  expect((await write(1)).size).toBe(1);
  await db.destroy();
});

test("a server that does not come back is given up after some seconds", async () => {
  const db = openAsIs("postgres://nobody:secret@127.0.0.1:1/none");
  const waits: number[] = [];
  const wait = (ms: number): Promise<void> => {
    waits.push(ms);
    return Promise.resolve();
  };
  await expect(transact(db, () => Promise.resolve(), wait)).rejects.toMatchObject({ code: "ECONNREFUSED" });
  expect(waits).toEqual([25, 50, 100, 200, 400, 800, 1600, 3200]);
  await db.destroy();
});
