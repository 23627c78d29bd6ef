import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  openDatabase,
  prune,
  questionKey,
  readQuestions,
  readSites,
  writeSite,
  type Database,
} from "../store/index.js";
import { startPostgres, type TestPostgres } from "../testing/postgres.js";
import { createRandom, idOf } from "../testing/visitor.js";
import { commit, type Outcome } from "./commit.js";
import { merge } from "./merge.js";
import type { Incoming, IncomingAnswer } from "./types.js";

const today = 20_779;
const sites = ["books", "fashion", "outdoor"];
const slow = 60_000;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres({ durable: false });
}, slow);
afterAll(() => postgres.stop());

function answer(site: string, name: string, cell: number): IncomingAnswer {
  const question = questionKey({ site, name, hash: "abcd" });
  return { question, name, hash: "abcd", cells: 9, epsilon: 3e6, mechanism: "ss", arm: -1, set: [cell] };
}

/** A report to one of three sites with four answers, in an order of its own. */
function incoming(number: number, questions: number): Incoming {
  const random = createRandom(number);
  const first = random() % questions;
  const names = [0, 1, 2, 3].map((offset) => `slot:s${(first + offset * 7) % questions}`);
  const site = sites[number % 3]!;
  const answers = [...new Set(names)].map((name) => answer(site, name, random() % 9));
  return { site, id: idOf(number), day: today - (number % 2), answers };
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = createRandom(seed);
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

async function openWriters(count: number): Promise<Database[]> {
  const where = await postgres.newDatabase();
  const writers = await Promise.all(Array.from({ length: count }, () => openDatabase(where)));
  for (const name of sites) await writeSite(writers[0]!, { name });
  // All have a connection now, so that they begin together.
  await Promise.all(writers.map((db) => readSites(db)));
  return writers;
}

async function close(writers: readonly Database[]): Promise<void> {
  await Promise.all(writers.map((db) => db.destroy()));
}

/** Commits in batches and gives what became of each report. */
async function write(
  db: Database,
  reports: readonly Incoming[],
  { size = 100, onBatch }: { size?: number; onBatch?: () => void } = {},
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < reports.length; at += size) {
    outcomes.push(...(await commit(db, reports.slice(at, at + size), today)));
    onBatch?.();
  }
  return outcomes;
}

const order = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

async function expectSums(db: Database, counted: readonly Incoming[]): Promise<void> {
  const sums = db.selectFrom("tally").select(["site", "question", "hash", "arm", "day", "cell", "count"]);
  expect(order(await sums.execute())).toEqual(order(merge(counted)));
  const answers = counted.flatMap((report) => report.answers).length;
  const questions = await Promise.all(sites.map((site) => readQuestions(db, site)));
  expect(questions.flat().reduce((sum, question) => sum + question.answers, 0)).toBe(answers);
}

test(
  "three writers at once count every report exactly once, and none waits for one that waits for it",
  async () => {
    const writers = await openWriters(3);
    const reports = Array.from({ length: 3000 }, (_, number) => incoming(number, 40));
    // Each writer has its own reports and some that the others have, too; all learn the same questions.
    const mine = writers.map((_, writer) =>
      shuffled(
        reports.filter((__, number) => number % 3 === writer || number % 60 === 0),
        writer,
      ),
    );
    const outcomes = await Promise.all(writers.map((db, writer) => write(db, mine[writer]!)));
    expect(outcomes.flat().filter((outcome) => outcome === "counted")).toHaveLength(reports.length);
    expect(outcomes.flat().filter((outcome) => outcome === "repeat")).toHaveLength(
      mine.flat().length - reports.length,
    );
    const [db] = writers;
    await expectSums(db!, reports);
    expect(new Set((await readQuestions(db!, "outdoor")).map((question) => question.lasting))).toEqual(
      new Set([1]),
    );
    const { rows } = await sql<{ deadlocks: number }>`
      select deadlocks from pg_stat_database where datname = current_database()`.execute(db!);
    expect(rows).toEqual([{ deadlocks: 0 }]);
    await close(writers);
  },
  slow,
);

test(
  "the limits of questions hold however many processes learn at once, while others forget",
  async () => {
    const writers = await openWriters(4);
    const asking = (number: number): Incoming => ({
      ...{ site: "outdoor", id: idOf(number), day: today },
      answers: [answer("outdoor", `slot:new-${number}`, 0)],
    });
    const outcomes = await Promise.all([
      ...writers.slice(1).map((db, writer) =>
        write(
          db,
          Array.from({ length: 100 }, (_, number) => asking(writer * 1000 + number)),
          { size: 100 },
        ),
      ),
      ...Array.from({ length: 5 }, () => prune(writers[0]!, today).then((): Outcome[] => [])),
    ]);
    expect(outcomes.flat().filter((outcome) => outcome === "counted")).toHaveLength(200);
    expect(await readQuestions(writers[0]!, "outdoor")).toHaveLength(200);
    await close(writers);
  },
  slow,
);

test(
  "connections that end at any moment cost nothing that was acknowledged, and nothing counts twice",
  async () => {
    const writers = await openWriters(3);
    const reports = Array.from({ length: 3000 }, (_, number) => incoming(number, 20));
    const [operator, ...others] = writers;
    let ends = 0;
    let ended: Promise<unknown> = Promise.resolve();
    // What one writer has finished ends what the other has under way. One after the other, else they would end themselves.
    const onBatch = (): void => {
      const end = sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
      ended = ended.then(() => end.execute(operator!)).then(({ rows }) => (ends += rows.length));
    };
    const halves = others.map((_, writer) => reports.filter((__, number) => number % 2 === writer));
    const outcomes = await Promise.all(
      others.map((db, writer) => write(db, halves[writer]!, { size: 150, onBatch })),
    );
    await ended;
    expect(ends).toBeGreaterThan(10);
    expect(outcomes.flat().every((outcome) => outcome === "counted" || outcome === "repeat")).toBe(true);
    await expectSums(operator!, reports);
    await close(writers);
  },
  slow,
);

test(
  "a server that restarts amid the writing is waited for",
  async () => {
    const writers = await openWriters(2);
    const reports = Array.from({ length: 2000 }, (_, number) => incoming(number, 20));
    const halves = writers.map((_, writer) => reports.filter((__, number) => number % 2 === writer));
    const written = Promise.all(writers.map((db, writer) => write(db, halves[writer]!, { size: 50 })));
    await postgres.restart();
    await written;
    await expectSums(writers[0]!, reports);
    await close(writers);
  },
  slow,
);

test("a writer goes on while another version of the collector changes the tables", async () => {
  const [db, other] = await openWriters(2);
  expect(await commit(db!, [incoming(1, 5)], today)).toEqual(["counted"]);
  for (const table of ["site", "question", "tally", "report", "token"] as const)
    await other!.schema.alterTable(table).addColumn("later", "text").execute();
  expect(await commit(db!, [incoming(1, 5), incoming(2, 9)], today)).toEqual(["repeat", "counted"]);
  await expectSums(db!, [incoming(1, 5), incoming(2, 9)]);
  await close([db!, other!]);
});

test("a commit whose answer was lost is counted once", async () => {
  const [db] = await openWriters(1);
  let lost = 0;
  const losing = new Proxy(db!, {
    get(target, name) {
      if (name !== "transaction" || lost++ > 0) {
        const value = Reflect.get(target, name) as unknown;
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      }
      return () => ({
        async execute(work: (trx: Database) => Promise<unknown>) {
          await target.transaction().execute(work);
          throw new Error("Connection terminated unexpectedly");
        },
      });
    },
  });
  const reports = [incoming(1, 5), incoming(2, 5)];
  expect(await commit(losing, reports, today)).toEqual(["repeat", "repeat"]);
  expect(lost).toBe(2);
  await expectSums(db!, reports);
  await close([db!]);
});
