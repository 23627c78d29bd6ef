import { statSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { addQuestions, openDatabase, rememberReports } from "../store/index.js";
import { fillDatabase, runCommand } from "../testing/command-line.js";
import { useDatabases } from "../testing/databases.js";

const { kinds, newFile, newPostgres } = useDatabases();

describe.each(kinds)("%s", (name, newDatabase) => {
  let database: string;
  beforeEach(async () => {
    database = await newDatabase();
  });
  // PostgreSQL has a clock of its own, which has to agree.
  const now = Date.now();
  const today = Math.floor(now / 86_400_000);
  const command = (...args: string[]): Promise<string[]> => runCommand(database, now, ...args);

  test("doctor finds nothing wrong with a fresh database but that it has no site", async () => {
    await command("init");
    expect((await command("doctor")).slice(-3)).toEqual([
      expect.stringMatching(/^fault {3}no site/),
      expect.stringContaining("→ heimspiel-collector site NAME"),
      "FAILED 1 fault found",
    ]);
    await command("site", "outdoor");
    expect((await command("doctor")).filter((line) => !line.startsWith("ok "))).toEqual([]);
  });

  test("doctor finds what is wrong and says what helps", async () => {
    await fillDatabase(database, today);
    expect((await command("doctor")).filter((line) => !line.startsWith("ok "))).toEqual([
      expect.stringMatching(/^advice {2}site outdoor: 1 slots without names/),
      expect.stringContaining("--manifest"),
    ]);
    const db = await openDatabase(database);
    const day = today + 2;
    await rememberReports(db, [{ site: "outdoor", id: "x", day }]);
    const flood = Array.from({ length: 200 }, (_, number) => ({
      ...{ site: "outdoor", name: `slot:x${number}`, hash: "abcd", cells: 4, epsilon: 3e6, answers: 1 },
      ...{ mechanism: "ss" as const, first_day: day, lasting: 0 as const },
    }));
    await addQuestions(db, flood);
    await db.destroy();
    const said = (await command("doctor")).join("\n");
    expect(said).toMatch(/fault {3}today is .*, but reports are of /);
    expect(said).toMatch(/fault {3}site outdoor: 1 questions and 200 new ones[^]*--questions fixed/);
    expect(said).toMatch(/FAILED 2 faults found$/);
  });

  test("doctor names an old schema, and changes nothing", async () => {
    if (name === "SQLite") {
      expect(await command("doctor")).toEqual([`FAILED ${database}: there is no such file`]);
      writeFileSync(database, "");
    }
    const said = await command("doctor");
    expect(said.join("\n")).toMatch(/fault {3}the schema lacks 0001-sums[^]*→ heimspiel-collector migrate/);
    expect(await command("doctor")).toEqual(said);
    await command("migrate");
    expect((await command("doctor"))[1]).toBe("ok      the schema is the newest");
  });
});

test("doctor says that a database does not answer, or is no database", async () => {
  const gone = await runCommand("postgres://heimspiel:secret@127.0.0.1:1/none", 0, "doctor");
  expect(gone[0]).toContain("postgres://127.0.0.1:1/none does not answer");
  expect(gone.join("\n")).not.toContain("secret");
  expect(gone.at(-1)).toBe("FAILED 1 fault found");
  const file = newFile("sqlite");
  writeFileSync(file, "no database ".repeat(1000));
  expect((await runCommand(file, 0, "doctor")).at(-1)).toMatch(/^FAILED /);
  expect(statSync(file).size).toBe(12_000);
});

test("doctor tells two clocks that differ", async () => {
  const database = await newPostgres();
  await runCommand(database, 0, "site", "outdoor");
  const said = await runCommand(database, Date.now() - 3_600_000, "doctor");
  expect(said.join("\n")).toMatch(/fault {3}this clock and PostgreSQL's differ by 3[56]\d\d s/);
});
