import { afterAll, beforeAll, expect, test } from "vitest";
import { sendAll, type Told } from "./testing/load.js";
import { startPostgres, type TestPostgres } from "./testing/postgres.js";
import { buildCollector, startCollector, type Build, type Running } from "./testing/process.js";
import { storedIn, sumsOf } from "./testing/stored.js";
import { bodiesOf } from "./testing/visits.js";

// Whole processes and a database server, on a machine that may be busy with other tests.
const slow = 120_000;

let build: Build;
let postgres: TestPostgres;
beforeAll(async () => {
  build = buildCollector();
  postgres = await startPostgres();
}, slow);
afterAll(async () => {
  await postgres.stop();
  build.remove();
}, slow);

const start = (database: string): Promise<Running> =>
  startCollector(build.main, ["--port", "0", "--database", database, "--site", "outdoor"]);

/** That all that was acknowledged is stored, and that each stored report is in the sums once. */
async function expectExact(
  database: string,
  bodies: ReadonlyMap<string, string>,
  acknowledged: ReadonlySet<string>,
): Promise<void> {
  const { ids, sums } = await storedIn(database);
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  expect(sums).toEqual(sumsOf([...ids].map((id) => bodies.get(id) ?? "")));
}

test(
  "kill -9 of one of three collectors under load: acknowledged is counted, and after a resend everything is, once",
  async () => {
    const database = await postgres.newDatabase();
    const all = [await start(database), ...(await Promise.all([start(database), start(database)]))];
    const bodies = bodiesOf(1500);
    let killed: Promise<number | null> | undefined;
    const onAcknowledged = (count: number): void => {
      if (count === 400) killed = all[1]!.end("SIGKILL");
    };
    const urls = all.map(({ url }) => url);
    const acknowledged = await sendAll(urls, bodies, { onAcknowledged });
    expect(await killed).toBeNull();
    expect(acknowledged.size).toBeLessThan(bodies.size);
    await expectExact(database, bodies, acknowledged);
    const rest = await sendAll([urls[0]!, urls[2]!], bodies);
    expect(rest.size).toBe(bodies.size);
    await expectExact(database, bodies, rest);
    for (const running of [all[0]!, all[2]!]) expect(await running.end("SIGTERM")).toBe(0);
  },
  slow,
);

/** Counts answers by status and what they say about sending again. */
function answerCounts(): { seen: Set<string>; onAnswer: (told: Told) => void } {
  const seen = new Set<string>();
  return {
    seen,
    onAnswer: (told) => void seen.add(told ? `${told.status} ${told.retryAfter ?? "-"}` : "none"),
  };
}

test(
  "PostgreSQL restarts under load: reports wait, all are acknowledged, and counted once",
  async () => {
    const database = await postgres.newDatabase();
    const running = await start(database);
    const bodies = bodiesOf(1200, 3);
    const { seen, onAnswer } = answerCounts();
    let restarted: Promise<void> | undefined;
    const onAcknowledged = (count: number): void => {
      if (count === 300) restarted = postgres.restart();
    };
    const acknowledged = await sendAll(running.url, bodies, { onAcknowledged, onAnswer });
    await restarted;
    expect([...seen]).toEqual(["204 -"]);
    expect(acknowledged.size).toBe(bodies.size);
    await expectExact(database, bodies, acknowledged);
    expect(await running.end("SIGTERM")).toBe(0);
  },
  slow,
);

test(
  "PostgreSQL crashes under load and stays away: 503 until it is back, acknowledged is counted, the rest may be resent",
  async () => {
    const database = await postgres.newDatabase();
    const running = await start(database);
    const bodies = bodiesOf(1000, 5);
    const { seen, onAnswer } = answerCounts();
    let killed: Promise<void> | undefined;
    const onAcknowledged = (count: number): void => {
      if (count === 300) killed = postgres.kill();
    };
    function* untilRefused(): Generator<[string, string]> {
      for (const entry of bodies) if (seen.size < 2) yield entry;
    }
    const acknowledged = await sendAll(running.url, untilRefused(), { onAcknowledged, onAnswer });
    await killed;
    expect([...seen]).toEqual(["204 -", "503 60"]);
    const statusOf = async (path: string): Promise<number> => (await fetch(`${running.url}${path}`)).status;
    expect([
      await statusOf("/healthz"),
      await statusOf("/readyz"),
      await statusOf("/v1/model?site=outdoor"),
    ]).toEqual([200, 503, 503]);
    await postgres.restart();
    expect(await statusOf("/readyz")).toBe(200);
    await expectExact(database, bodies, acknowledged);
    const again = await sendAll(running.url, bodies, { onAnswer });
    expect([...seen]).toEqual(["204 -", "503 60"]);
    expect(again.size).toBe(bodies.size);
    await expectExact(database, bodies, again);
    expect(await running.end("SIGTERM")).toBe(0);
  },
  slow,
);

test(
  "hostile addresses are refused like others: never a 500",
  async () => {
    const running = await start(await postgres.newDatabase());
    await running.wrote('"msg":"started"');
    const token = /API token .*: (\S+)/.exec(running.output())?.[1] ?? "";
    const entered = await fetch(`${running.url}/setup?token=${token}`, { redirect: "manual" });
    const cookie = entered.headers.get("Set-Cookie")?.split(";")[0] ?? "";
    const headers = { Authorization: `Bearer ${token}`, Cookie: cookie };
    const faults: string[] = [];
    for (const path of ["/", "/slot", "/v1/model", "/v1/estimates"]) {
      for (const value of ["a%00b", "%FF", "__proto__", "constructor", "'--", "x".repeat(5000), "%"]) {
        for (const key of ["site", "question", "name", "hash", "from"]) {
          const query = new URLSearchParams({ site: "outdoor", question: "slot:x", name: "x" });
          query.delete(key);
          const response = await fetch(`${running.url}${path}?${query.toString()}&${key}=${value}`, {
            headers,
          });
          await response.arrayBuffer();
          if (response.status >= 500) faults.push(`${path} ${key}=${value.slice(0, 20)}`);
        }
      }
    }
    expect(entered.status).toBe(303);
    expect(faults).toEqual([]);
    await running.end("SIGTERM");
  },
  slow,
);
