import { expect, test, vi } from "vitest";
import type { StatisticsRecord } from "../statistics/index.js";
import { decodeReport } from "../wire/index.js";
import { beginVisit, meet, reach, type Visit } from "./outcomes.js";
import { answerFor, sendDue } from "./reporting.js";
import { setUpReporting as setUp } from "./reporting.test-helper.js";

const day = 86_400_000;
const slot = {
  slot: "hero",
  variants: ["a", "b"],
  reached: "none",
  holdout: 0,
  arm: 1,
  goal: false,
} as const;
const visit = (): Visit =>
  reach(meet(beginVisit(42), { ...slot, variants: [...slot.variants] }), "hero", "b", "clicked");

const model = { isSensitive: () => false };

test("a report is a post without cookie, referrer or any header, that outlives the page", async () => {
  const { core, store, queue, requests } = setUp();
  queue("one");
  await sendDue(core, store);
  expect(requests).toEqual([
    {
      url: "https://shop.example/heim/v1/reports",
      init: {
        method: "POST",
        body: "body of one",
        keepalive: true,
        credentials: "omit",
        referrerPolicy: "no-referrer",
      },
    },
  ]);
});

test("what is due is sent once, oldest first, told byte for byte, and is gone then", async () => {
  const { core, store, queue, bodies, told, record } = setUp();
  queue("one", "two");
  await sendDue(core, store);
  expect(bodies()).toEqual(["body of one", "body of two"]);
  expect(told).toEqual(bodies().map((body) => ({ url: "https://shop.example/heim/v1/reports", body })));
  expect(record().queue).toEqual([]);
  await sendDue(core, store);
  expect(bodies()).toHaveLength(2);
});

test("what is older than seven days is not sent any more", async () => {
  const { core, store, queue, requests, time } = setUp();
  queue("old");
  time.now += 7 * day;
  await sendDue(core, store);
  expect(requests).toEqual([]);
});

test.each([204, 200, 400, 403, 404, 409, 410, 413])("status %d is the last word", async (status) => {
  const { core, store, queue, bodies, record } = setUp(status);
  queue("one", "two");
  await sendDue(core, store);
  expect(bodies()).toEqual(["body of one", "body of two"]);
  expect(record().queue).toEqual([]);
});

test.each([500, 502, 503, 408, 429, "lost"] as const)(
  "%s: the report and those behind it wait, and the retry sends the same bytes",
  async (status) => {
    const { core, store, queue, bodies, told, record } = setUp(status);
    queue("one", "two");
    await sendDue(core, store);
    expect(bodies()).toEqual(["body of one"]);
    expect(told).toEqual([]);
    expect(record().queue.map(({ id }) => id)).toEqual(["one", "two"]);
    await sendDue(core, store);
    expect(bodies()).toEqual(["body of one", "body of one", "body of two"]);
    expect(record().queue).toEqual([]);
  },
);

test("an answer is drawn once: the retry of a real report, days later, is the very bytes", async () => {
  const { core, store, bodies, record, time } = setUp(503);
  expect(await answerFor(core, store, visit(), model)).toBe(true);
  await sendDue(core, store);
  const [{ body }] = record().queue as [StatisticsRecord["queue"][number]];
  time.now += 3 * day;
  await sendDue(core, store);
  expect(bodies()).toEqual([body, body]);
  expect(record().queue).toEqual([]);
});

test("the answer and what it costs are kept before the first byte leaves", async () => {
  const { core, store, record, requests, values } = setUp();
  const atSending: unknown[] = [];
  const { fetch } = core.window;
  core.window.fetch = (...call) => {
    atSending.push(structuredClone(values.get("statistics")));
    return fetch(...call);
  };
  await answerFor(core, store, visit(), model);
  await sendDue(core, store);
  expect(requests).toHaveLength(1);
  const [first] = atSending as [StatisticsRecord];
  expect(first.queue.map(({ body }) => body)).toEqual([requests[0]!.init.body]);
  expect(first.ledger).toEqual([{ at: core.clock(), micro: 3_000_000 }]);
  expect(record().ledger).toEqual(first.ledger);
});

test("a report tells site, day and randomized answer, nothing else of the visit", async () => {
  const { core, store, requests, time } = setUp();
  await answerFor(core, store, visit(), model);
  await sendDue(core, store);
  const report = decodeReport(requests[0]!.init.body as string);
  expect(report).toMatchObject({ v: 1, site: "outdoor", day: Math.floor(time.now / day) });
  expect(report.id).toMatch(/^[\w-]{21}$/);
  expect(report.answers.map(({ q, cells, m }) => [q, cells, m])).toEqual([["slot:hero", 7, "ss"]]);
});

test("a visit is answered once, however often it is asked", async () => {
  const { core, store, record, requests } = setUp();
  await answerFor(core, store, visit(), model);
  await answerFor(core, store, visit(), model);
  await sendDue(core, store);
  expect(record().ledger).toHaveLength(1);
  expect(new Set(requests.map(({ init }) => init.body)).size).toBe(1);
});

test("without a grant for statistics nothing is drawn, kept or sent, personalization or not", async () => {
  for (const personalization of [true, false]) {
    const { core, store, queue, values, requests, permission } = setUp();
    Object.assign(permission, { personalization, statistics: false });
    expect(await answerFor(core, store, visit(), model)).toBe(false);
    expect(values.size).toBe(0);
    queue("one");
    await sendDue(core, store);
    expect(requests).toEqual([]);
  }
});

test.each(["site", "collector"] as const)("without a %s nothing is drawn, kept or sent", async (missing) => {
  const { core, store, values, requests } = setUp();
  const { [missing]: _, ...options } = core.options;
  core.options = options;
  expect(await answerFor(core, store, visit(), model)).toBe(false);
  await sendDue(core, store);
  expect(values.size).toBe(0);
  expect(requests).toEqual([]);
});

test("a withdrawal between two reports keeps the second from leaving", async () => {
  const { core, store, queue, bodies, permission } = setUp();
  queue("one", "two");
  core.emitter.on("report", () => void (permission.statistics = false));
  await sendDue(core, store);
  expect(bodies()).toEqual(["body of one"]);
});

test("a withdrawal while a report is on its way: what the erase took away does not come back", async () => {
  const { core, store, queue, values, permission } = setUp();
  queue("one");
  const { fetch } = core.window;
  core.window.fetch = (...call) => {
    permission.statistics = false;
    permission.epoch++;
    values.clear();
    return fetch(...call);
  };
  await sendDue(core, store);
  expect(values.size).toBe(0);
});

test("what cannot be kept is not sent", async () => {
  const { core, store, life, requests, said } = setUp();
  life.fault = new Error("disk");
  expect(await answerFor(core, store, visit(), model)).toBe(false);
  await sendDue(core, store);
  expect(requests).toEqual([]);
  expect(said).toHaveLength(1);
});

test("where nothing outlives the page nothing is drawn, kept or sent: a ledger in memory would be no limit", async () => {
  const { core, store, queue, values, requests, life } = setUp();
  life.short = true;
  expect(await answerFor(core, store, visit(), model)).toBe(false);
  expect(values.size).toBe(0);
  queue("one");
  await sendDue(core, store);
  expect(requests).toEqual([]);
});

test("an answer that was kept in memory only, since the device failed just then, is not taken for given", async () => {
  const { core, store, life, requests } = setUp();
  const { update } = store;
  store.update = (...call) => {
    life.short = true;
    return update(...call);
  };
  expect(await answerFor(core, store, visit(), model)).toBe(false);
  await sendDue(core, store);
  expect(requests).toEqual([]);
});

test("a record that is none, or of another version, is begun anew", async () => {
  for (const found of [undefined, null, "text", { v: 2, queue: [{ id: "x", body: "secret", at: 1 }] }]) {
    const { core, store, values, record, bodies } = setUp();
    values.set("statistics", found);
    await sendDue(core, store);
    expect(bodies()).toEqual([]);
    await answerFor(core, store, visit(), model);
    await sendDue(core, store);
    expect(record().v).toBe(1);
    expect(bodies()).toHaveLength(1);
  }
});

test("a store that cannot be read is survived and told", async () => {
  const { core, store, said } = setUp();
  vi.spyOn(store, "read").mockRejectedValue(new Error("disk"));
  await expect(sendDue(core, store)).resolves.toBeUndefined();
  expect(said).toHaveLength(1);
});
