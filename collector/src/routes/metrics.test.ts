import { expect, test } from "vitest";
import { createTestCollector } from "../testing/collector.js";
import { bodyOf } from "../testing/visitor.js";

const authorized = { headers: { Authorization: "Bearer secret" } };

test("reports are counted by what became of them, batches by size and time, and nothing else is told", async () => {
  const { app, send } = await createTestCollector();
  for (const body of [bodyOf(1), bodyOf(1), bodyOf(2), "{", bodyOf(3, { site: "nowhere" })]) await send(body);
  const text = await (await app.request("/metrics", authorized)).text();
  const lines = text.split("\n").filter((line) => /^heimspiel_(?!.*_bucket)/.test(line));
  expect(lines.filter((line) => !line.includes("seconds_sum")).sort()).toEqual([
    "heimspiel_batch_reports_count 5",
    "heimspiel_batch_reports_sum 5",
    "heimspiel_commit_seconds_count 5",
    'heimspiel_reports_total{outcome="counted"} 2',
    'heimspiel_reports_total{outcome="malformed"} 1',
    'heimspiel_reports_total{outcome="repeat"} 1',
    'heimspiel_reports_total{outcome="unknown-site"} 1',
    "heimspiel_reports_waiting 0",
  ]);
  expect(text).toContain("process_resident_memory_bytes");
  expect(text).not.toMatch(/outdoor|nowhere|home-hero/);
});

test("a commit that fails is timed, too, and two collectors count apart", async () => {
  const failing = await createTestCollector();
  const fine = await createTestCollector();
  await failing.db.deleteFrom("site").execute();
  await failing.db.schema.dropTable("report").execute();
  expect((await failing.send(bodyOf(1))).status).toBe(503);
  const read = async ({ app }: typeof fine): Promise<string> =>
    (await app.request("/metrics", authorized)).text();
  expect(await read(failing)).toContain("heimspiel_commit_seconds_count 1");
  expect(await read(failing)).toContain('heimspiel_reports_total{outcome="not-stored"} 1');
  expect(await read(fine)).toContain("heimspiel_commit_seconds_count 0");
});

test.each(["Bearer wrong", "Bearer browser", undefined])(
  "with authorization %s nothing is told",
  async (value) => {
    const { app } = await createTestCollector();
    const headers: Record<string, string> = value === undefined ? {} : { Authorization: value };
    const response = await app.request("/metrics", { headers });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain("heimspiel_");
  },
);
