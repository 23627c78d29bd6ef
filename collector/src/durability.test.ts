import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { validate } from "./ingest/index.js";
import { merge } from "./ingest/merge.js";
import { openSqlite, type TallyTable } from "./store/index.js";
import { sendAll } from "./testing/load.js";
import { buildCollector, makeFolder, startCollector, type Build } from "./testing/process.js";
import { bodiesOf } from "./testing/visits.js";

// Whole processes on a machine that may be busy with other tests.
const slow = 60_000;

let build: Build;
beforeAll(() => {
  build = buildCollector();
});
afterAll(() => build.remove());

const order = (rows: readonly TallyTable[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
const sumsOf = (bodies: Iterable<string>): string[] =>
  order(merge([...bodies].map((body) => validate(body, Date.now()))));

async function stored(database: string): Promise<{ ids: Set<string>; sums: string[] }> {
  const db = await openSqlite(database);
  const ids = new Set((await db.selectFrom("report").select("id").execute()).map((row) => row.id));
  const sums = order(await db.selectFrom("tally").selectAll().execute());
  await db.destroy();
  return { ids, sums };
}

test(
  "kill -9 amid a load: what was acknowledged is counted, and after a resend everything is, exactly once",
  async () => {
    const folder = makeFolder();
    const database = join(folder.path, "collector.sqlite");
    const args = ["--port", "0", "--database", database, "--site", "outdoor"];
    const bodies = bodiesOf(1500);
    const acknowledged = new Set<string>();
    for (const killAt of [200, 500]) {
      const running = await startCollector(build.main, args);
      const rest = new Map([...bodies].filter(([id]) => !acknowledged.has(id)));
      let killed: Promise<number | null> | undefined;
      const onAcknowledged = (count: number): void => {
        if (count === killAt) killed = running.end("SIGKILL");
      };
      for (const id of await sendAll(running.url, rest, { onAcknowledged })) acknowledged.add(id);
      expect(await killed).toBeNull();
      const { ids, sums } = await stored(database);
      expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
      expect(ids.size).toBeLessThan(bodies.size);
      expect(sums).toEqual(sumsOf([...ids].map((id) => bodies.get(id)!)));
    }
    const running = await startCollector(build.main, args);
    const unacknowledged = [...bodies].filter(([id]) => !acknowledged.has(id));
    const repeats = [...bodies].filter(([id]) => acknowledged.has(id)).slice(0, 100);
    const all = new Map([...unacknowledged, ...repeats]);
    expect((await sendAll(running.url, all)).size).toBe(all.size);
    expect(await running.end("SIGTERM")).toBe(0);
    expect((await stored(database)).sums).toEqual(sumsOf(bodies.values()));
    folder.remove();
  },
  slow,
);

test(
  "SIGTERM amid a load answers what is under way and loses nothing",
  async () => {
    const folder = makeFolder();
    const database = join(folder.path, "collector.sqlite");
    const running = await startCollector(build.main, [
      "--port",
      "0",
      "--database",
      database,
      "--site",
      "outdoor",
    ]);
    const bodies = bodiesOf(600, 2);
    let ended: Promise<number | null> | undefined;
    const onAcknowledged = (count: number): void => {
      if (count === 150) ended = running.end("SIGTERM");
    };
    const acknowledged = await sendAll(running.url, bodies, { onAcknowledged });
    expect(await ended).toBe(0);
    const { ids, sums } = await stored(database);
    expect(ids).toEqual(acknowledged);
    expect(sums).toEqual(sumsOf([...ids].map((id) => bodies.get(id)!)));
    expect(running.output()).toContain('"msg":"stopped"');
    folder.remove();
  },
  slow,
);
