import fc from "fast-check";
import { sql } from "kysely";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dayOf } from "./ingest/index.js";
import { createTestCollector, noon } from "./testing/collector.js";
import { sendAll } from "./testing/load.js";
import { hostile } from "./testing/hostile.js";
import { buildCollector, makeFolder, startCollector, type Build } from "./testing/process.js";
import { readStored, storedIn, sumsOf } from "./testing/stored.js";
import { bodyOf } from "./testing/visitor.js";
import { bodiesOf } from "./testing/visits.js";

// Whole processes on a machine that may be busy with other tests.
const slow = 120_000;
const dayMs = 86_400_000;

let build: Build;
beforeAll(() => {
  build = buildCollector();
});
afterAll(() => build.remove());

const times = <T>(count: number, list: readonly T[]): T[] => Array.from({ length: count }, () => list).flat();

test(
  "10,000 repeats and 10,000 hostile bodies: what was acknowledged is counted once, never a 500, memory stays flat",
  async () => {
    const folder = makeFolder();
    const database = join(folder.path, "collector.sqlite");
    const running = await startCollector(build.main, [
      ...["--port", "0", "--database", database, "--site", "outdoor"],
    ]);
    const reports = [...bodiesOf(100)];
    const bodies = fc.sample(hostile(dayOf(Date.now())), { numRuns: 10_000, seed: 7 });
    const named = bodies.map((body, index) => [`hostile ${index}`, body] as const);
    const statuses = new Set<number | undefined>();
    const onAnswer = (told: { status: number } | undefined): void => void statuses.add(told?.status);
    const send = async (from: number): Promise<number> => {
      const half = named.slice(from, from + 5_000);
      const mixed = times(50, reports).flatMap((report, index) => [report, half[index]!]);
      const acknowledged = await sendAll(running.url, mixed, { onAnswer });
      expect(reports.filter(([id]) => !acknowledged.has(id))).toEqual([]);
      expect([...acknowledged].filter((id) => id.startsWith("hostile"))).toEqual([]);
      return running.memory();
    };
    const first = await send(0);
    const second = await send(5_000);
    expect(second).toBeLessThan(1.25 * first);
    expect([...statuses].sort()).toEqual([204, 400, 413]);
    expect(await running.end("SIGTERM")).toBe(0);
    expect((await storedIn(database)).sums).toEqual(sumsOf(reports.map(([, body]) => body)));
    expect(running.output()).not.toMatch(/"level":[45]0/);
    folder.remove();
  },
  slow,
);

test("a full disk: nothing is acknowledged that is not stored, and with room again all is", async () => {
  const { db, send } = await createTestCollector();
  const sizeOf = async (pragma: string): Promise<number> => {
    const { rows } = await sql<Record<string, number>>`pragma ${sql.raw(pragma)}`.execute(db);
    return Object.values(rows[0] ?? {})[0] ?? 0;
  };
  await sizeOf(`max_page_count = ${(await sizeOf("page_count")) + 4}`);
  const acknowledged: number[] = [];
  const refused: number[] = [];
  for (let batch = 0; batch < 20; batch++) {
    const numbers = Array.from({ length: 50 }, (_, index) => 50 * batch + index);
    const responses = await Promise.all(numbers.map((number) => send(bodyOf(number))));
    for (const [index, { status, headers }] of responses.entries()) {
      (status === 204 ? acknowledged : refused).push(numbers[index]!);
      if (status !== 204) expect([status, headers.get("Retry-After")]).toEqual([503, "60"]);
    }
  }
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(refused.length).toBeGreaterThan(0);
  const sums = (numbers: number[]): string[] =>
    sumsOf(
      numbers.map((number) => bodyOf(number)),
      noon,
    );
  expect((await readStored(db)).sums).toEqual(sums(acknowledged));
  await sizeOf("max_page_count = 1000000");
  for (const number of [...refused, ...acknowledged]) expect((await send(bodyOf(number))).status).toBe(204);
  expect((await readStored(db)).sums).toEqual(sums([...acknowledged, ...refused]));
});

test("a clock that jumps a year and back: reports of the right day are taken, and none is counted twice", async () => {
  const { db, pass, send } = await createTestCollector();
  const status = async (number: number, day: number): Promise<number> =>
    (await send(bodyOf(number, { day }))).status;
  expect(await status(1, 20_779)).toBe(204);
  for (const days of [365, -365]) {
    pass(days * dayMs);
    expect(await status(1, 20_779)).toBe(400);
    expect(await status(1000 + days, 20_779 + days)).toBe(204);
    pass(-days * dayMs);
    expect([await status(1, 20_779), await status(4, 20_779)]).toEqual([204, 204]);
  }
  expect((await readStored(db)).ids.size).toBe(4);
});
