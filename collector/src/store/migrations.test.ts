import { Migrator } from "kysely";
import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { useDatabases } from "../testing/databases.js";
import {
  hasToken,
  isPostgresUrl,
  openAsIs,
  openDatabase,
  pendingMigrations,
  type Database,
} from "./index.js";
import { migrations } from "./migrations.js";

const { kinds, newPostgres } = useDatabases();

async function migrateWith(db: Database, steps: typeof migrations): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...steps }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  expect(error).toBeUndefined();
}

describe.each(kinds)("%s", (_name, newDatabase) => {
  async function makeOld(steps: typeof migrations): Promise<{ where: string; old: Database }> {
    const where = await newDatabase();
    if (!isPostgresUrl(where)) writeFileSync(where, "");
    const old = openAsIs(where);
    await migrateWith(old, steps);
    return { where, old };
  }

  test("a database of the first version keeps all it has", async () => {
    const { where, old } = await makeOld({ "0001-sums": migrations["0001-sums"]! });
    const key = { site: "outdoor", hash: "abcd" };
    const question = {
      cells: 4,
      epsilon: 3e6,
      mechanism: "ss" as const,
      first_day: 9,
      answers: 7,
      lasting: 1,
    };
    const tally = { ...key, question: "slot:hero", arm: -1, day: 10, cell: 2, count: 5 };
    const token = { scope: "session" as const, day: 10 };
    await old
      .insertInto("site")
      .values({ name: "outdoor", slots: "{}", origins: "[]" } as never)
      .execute();
    await old
      .insertInto("question")
      .values({ ...key, name: "slot:hero", ...question } as never)
      .execute();
    await old.insertInto("tally").values(tally).execute();
    await old.insertInto("report").values({ site: "outdoor", id: "one", day: 10 }).execute();
    await old
      .insertInto("token")
      .values({ hash: "a", ...token } as never)
      .execute();
    await old
      .insertInto("token")
      .values({ hash: "b", scope: "read", day: 10 } as never)
      .execute();
    await old.destroy();

    const db = await openDatabase(where);
    expect(await db.selectFrom("site").selectAll().execute()).toEqual([
      { name: "outdoor", slots: "{}", origins: "[]", cells: "{}", fixed: 0 },
    ]);
    expect(await db.selectFrom("question").selectAll().execute()).toEqual([
      { ...key, name: "slot:hero", ...question },
    ]);
    expect(await db.selectFrom("tally").selectAll().execute()).toEqual([tally]);
    expect(await db.selectFrom("report").selectAll().execute()).toEqual([
      { site: "outdoor", id: "one", day: 10 },
    ]);
    const none = { site: null, label: "" };
    expect(await db.selectFrom("token").selectAll().orderBy("hash").execute()).toEqual([
      { hash: "a", ...token, ...none, expires: 40 },
      { hash: "b", scope: "read", day: 10, ...none, expires: null },
    ]);
    await db.destroy();
  });

  test("a step that fails leaves the database as it was", async () => {
    const { where, old } = await makeOld({ "0001-sums": migrations["0001-sums"]! });
    // The last step needs this name.
    await old.schema.createTable("old_report").addColumn("id", "text").execute();
    await old.destroy();
    await expect(openDatabase(where)).rejects.toThrow("old_report");
    const db = openAsIs(where);
    expect(await pendingMigrations(db)).toEqual(Object.keys(migrations).slice(1));
    await db.schema.dropTable("old_report").execute();
    await db.destroy();
    await (await openDatabase(where)).destroy();
  });

  test("a database of a newer version is refused with what it is", async () => {
    const later = { ...migrations, "9999-later": { up: () => Promise.resolve() } };
    const { where, old } = await makeOld(later);
    await old.destroy();
    await expect(openDatabase(where)).rejects.toThrow("newer version");
  });
});

test("several processes may start at once on one empty PostgreSQL database", async () => {
  const where = await newPostgres();
  const opened = await Promise.all([1, 2, 3, 4].map(() => openDatabase(where)));
  expect(await pendingMigrations(opened[0]!)).toEqual([]);
  expect(await hasToken(opened[1]!, "none", { scope: "read", day: 1 })).toBe(false);
  await Promise.all(opened.map((db) => db.destroy()));
});
