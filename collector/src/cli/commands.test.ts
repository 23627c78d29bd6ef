import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { openAsIs, readQuestions } from "../store/index.js";
import { fillDatabase, runCommand } from "../testing/command-line.js";
import { useDatabases } from "../testing/databases.js";

const today = 20_779;

const { kinds, newFile } = useDatabases();

describe.each(kinds)("%s", (name, newDatabase) => {
  let database: string;
  let now: number;
  beforeEach(async () => {
    database = await newDatabase();
    now = (today + 0.5) * 86_400_000;
  });
  const command = (...args: string[]): Promise<string[]> => runCommand(database, now, ...args);
  const fill = (): Promise<void> => fillDatabase(database, today);

  async function totals(): Promise<{ answers: number; lasting: number; sum: number }> {
    const db = openAsIs(database);
    const [question] = await readQuestions(db, "outdoor");
    const rows = await db.selectFrom("tally").select("count").execute();
    await db.destroy();
    const sum = rows.reduce((all, { count }) => all + count, 0);
    return { answers: question?.answers ?? 0, lasting: question?.lasting ?? 0, sum };
  }

  test("an export is imported as it was, once; days that are there are refused or replaced", async () => {
    await fill();
    const lines = await command("export");
    const file = newFile("ndjson");
    writeFileSync(file, `${lines.join("\n")}\n`);
    expect(await command("import", file)).toEqual([
      expect.stringMatching(/^FAILED .*3 days are there already/),
    ]);
    expect(await totals()).toEqual({ answers: 30, lasting: 1, sum: 42 });
    expect(await command("import", file, "--replace")).toEqual(["6 sums of 1 questions of 1 sites imported"]);
    expect(await totals()).toEqual({ answers: 30, lasting: 1, sum: 42 });

    database = await newDatabase();
    expect(await command("import", file)).toEqual(["6 sums of 1 questions of 1 sites imported"]);
    expect(await totals()).toEqual({ answers: 30, lasting: 1, sum: 42 });
    expect(await command("export")).toEqual(lines);
    expect(await command("export", "outdoor")).toEqual(lines);
    expect(await command("export", "books")).toEqual(['FAILED there is no site "books"']);
  });

  test("what is not in the file stays as it is", async () => {
    await fill();
    const [first = "", ...rest] = await command("export");
    const file = newFile("ndjson");
    const other = { kind: "sum", site: "outdoor", question: "slot:hero", hash: "abcd", arm: -1 };
    const sums = [-1, 3].map((cell) => JSON.stringify({ ...other, day: today + 1, cell, count: 5 }));
    writeFileSync(file, [first, ...rest.slice(0, 2), ...sums].join("\n"));
    expect(await command("import", file)).toEqual(["2 sums of 1 questions of 1 sites imported"]);
    expect(await totals()).toEqual({ answers: 35, lasting: 1, sum: 52 });
  });

  test("a file that is no export, or not a whole one, changes nothing and is named with its line", async () => {
    await fill();
    const lines = await command("export");
    const sum = lines.at(-1)!;
    const broken: [string[], RegExp][] = [
      [[], /:0: the file is empty/],
      [["{"], /:1: /],
      [lines.slice(1), /:1: an export begins/],
      [[...lines, sum], /:10: this is in the file twice/],
      [[...lines, sum.replace('"cell":2', '"cell":4')], /:10: the sum is not one of the question/],
      [[...lines, sum.replace('"count":4', '"count":-4')], /:10: /],
      [[...lines, sum.replace("slot:hero", "slot:x")], /:10: the sum is not one of the question/],
      [lines.map((line) => line.replace('"cells":4', '"cells":5')), /other cells/],
    ];
    for (const [content, message] of broken) {
      const file = newFile("ndjson");
      writeFileSync(file, content.join("\n"));
      expect((await command("import", file, "--replace"))[0]).toMatch(message);
    }
    expect((await command("import", newFile("ndjson")))[0]).toMatch(/^FAILED .*ENOENT/);
    expect(await totals()).toEqual({ answers: 30, lasting: 1, sum: 42 });
  });

  test("csv has a row per sum, with what the question is", async () => {
    await fill();
    const [head, first, ...rest] = await command("export", "--format", "csv");
    expect(head).toBe("site,question,hash,cells,epsilon,mechanism,arm,day,cell,count");
    expect(first).toBe(`outdoor,slot:hero,abcd,4,3000000,ss,-1,${today - 40},-1,10`);
    expect(rest).toHaveLength(5);
  });

  test("tokens and share links are made, listed and revoked", async () => {
    expect(await command("token", "--share", "outdoor")).toEqual(['FAILED there is no site "outdoor"']);
    await command("site", "outdoor");
    const [link] = await command("token", "--share", "outdoor", "--days", "7", "--label", "agency");
    expect(link).toContain("outdoor, read only, 7 days): http://localhost:8787/setup?token=");
    now += 1;
    await command("token", "--admin", "--label", "ops");
    const listed = await command("token", "--list");
    expect(listed.sort((a, b) => a.slice(14).localeCompare(b.slice(14)))).toEqual([
      expect.stringMatching(/^[\da-f]{12} {2}admin {2}all sites {2}from 2026-11-22 {2}ops$/),
      expect.stringMatching(
        /^[\da-f]{12} {2}share {2}outdoor {2}from 2026-11-22 {2}until 2026-11-28 {2}agency$/,
      ),
    ]);
    const id = listed[1]!.slice(0, 12);
    expect(await command("token", "--revoke", id)).toEqual([`token ${id} revoked`]);
    expect(await command("token", "--revoke", id)).toEqual([expect.stringContaining("FAILED no token")]);
    expect(await command("token", "--list")).toHaveLength(1);
  });

  test("init and migrate say which database without its password", async () => {
    expect((await command("init")).join()).not.toContain("secret");
    expect((await command("migrate")).join()).toMatch(/^database .* has the newest schema$/);
    expect((await command("init", "--database", "postgres://u:secret@127.0.0.1:1/x"))[0]).toBe(
      "FAILED postgres://127.0.0.1:1/x: connect ECONNREFUSED 127.0.0.1:1",
    );
  });

  test("a site's list of questions is fixed and opened again", async () => {
    await command("site", "outdoor", "--questions", "fixed");
    expect(await command("site")).toEqual(["outdoor  (fixed)"]);
    await command("site", "outdoor", "--origin", "https://shop.example");
    expect(await command("site")).toEqual(["outdoor  https://shop.example  (fixed)"]);
    await command("site", "outdoor", "--questions", "any");
    expect(await command("site")).toEqual(["outdoor  https://shop.example"]);
  });

  test("a backup is the database, and never takes the place of a file", async () => {
    await fill();
    const file = newFile("backup");
    const said = await command("backup", file);
    if (name === "PostgreSQL") {
      expect(said).toEqual([expect.stringMatching(/^FAILED .*pg_dump/)]);
      return;
    }
    expect(said).toEqual([`database ${database} copied to ${file}`]);
    expect(existsSync(`${file}.part`)).toBe(false);
    const before = readFileSync(file);
    expect(await command("backup", file)).toEqual([`FAILED ${file}: the file is there already`]);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await command("backup")).toEqual([expect.stringContaining("FAILED backup needs")]);
    expect((await command("backup", join(newFile("folder"), "file")))[0]).toMatch(/^FAILED /);
    database = file;
    expect(await totals()).toEqual({ answers: 30, lasting: 1, sum: 42 });
  });
});
