import { subset } from "heimspiel/statistics";
import { limits, toBase64url, type Answer } from "heimspiel/wire";
import { expect, test } from "vitest";
import { lastingAnswers, questionsAtMost, Refusal } from "../ingest/index.js";
import type { Database } from "../store/index.js";
import { createTestCollector, type TestCollector } from "../testing/collector.js";
import { bodyOf, createRandom, reportOf } from "../testing/visitor.js";
import { createLimiter } from "./limiter.js";

async function errorOf(response: Response): Promise<{ status: number; code: string; place: string }> {
  const { error } = (await response.json()) as { error: { code: string; message: string; place: string } };
  expect(error.message).not.toBe("");
  return { status: response.status, code: error.code, place: error.place };
}

async function totals({
  db,
}: TestCollector): Promise<{ answers: number; reports: number; questions: number }> {
  const tallies = await db.selectFrom("tally").select("count").where("cell", "=", -1).execute();
  const reports = await db.selectFrom("report").selectAll().execute();
  const questions = await db.selectFrom("question").selectAll().execute();
  const answers = tallies.reduce((sum, row) => sum + row.count, 0);
  return { answers, reports: reports.length, questions: questions.length };
}

/** Every row of every table. */
async function everything(db: Database): Promise<string> {
  const tables = await db.introspection.getTables();
  const rows = tables.map(({ name }) =>
    db
      .selectFrom(name as "site")
      .selectAll()
      .execute(),
  );
  return JSON.stringify([tables.map(({ name }) => name), await Promise.all(rows)]);
}

/** The answer of report 1 with other parameters, right in itself. */
function answerWith(change: Partial<Answer>): Answer {
  const answer = { ...reportOf(1).answers[0]!, ...change };
  return { ...answer, a: toBase64url(subset(0, answer.cells, answer.eps, createRandom(9))) };
}

test("a report is counted once, however often it is sent", async () => {
  const collector = await createTestCollector();
  for (let time = 0; time < 3; time++) {
    const response = await collector.send(bodyOf(1));
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
  }
  expect(await totals(collector)).toEqual({ answers: 1, reports: 1, questions: 1 });
});

test.each(["text/plain;charset=UTF-8", "application/json"])("takes a body of type %s", async (type) => {
  const collector = await createTestCollector();
  expect((await collector.send(bodyOf(1), { "Content-Type": type })).status).toBe(204);
});

test("the stored support counts are exactly the sent bits", async () => {
  const { send, db } = await createTestCollector();
  const bits: Record<number, number> = {};
  for (let number = 0; number < 40; number++) {
    const byte = Buffer.from(reportOf(number).answers[0]!.a, "base64url")[0]!;
    for (let cell = 0; cell < 7; cell++) bits[cell] = (bits[cell] ?? 0) + ((byte >> cell) & 1);
    await send(bodyOf(number));
  }
  const rows = await db.selectFrom("tally").select(["cell", "count"]).where("cell", ">=", 0).execute();
  const stored = Object.fromEntries(rows.map((row) => [row.cell, row.count]));
  expect(stored).toEqual(Object.fromEntries(Object.entries(bits).filter(([, count]) => count > 0)));
});

const late = reportOf(5, { day: 20_776 });
const refusals: [string, string, { status: number; code: string; place: string }][] = [
  ["an unknown site", bodyOf(5, { site: "nowhere" }), { status: 404, code: "unknown-site", place: "site" }],
  ["no JSON", "{", { status: 400, code: "malformed", place: "body" }],
  ["nothing", "", { status: 400, code: "malformed", place: "body" }],
  ["another version", '{"v":2}', { status: 400, code: "malformed", place: "v" }],
  [
    "other cells than the question's",
    bodyOf(5, { answers: [answerWith({ cells: 10 })] }),
    { status: 409, code: "question-differs", place: "answers[0].cells" },
  ],
  [
    "another ε than the question's",
    bodyOf(5, { answers: [answerWith({ eps: 2_000_000 })] }),
    { status: 409, code: "question-differs", place: "answers[0].eps" },
  ],
  [
    "a second answer that differs, with a first that is new",
    bodyOf(5, { answers: [answerWith({ q: "slot:new" }), answerWith({ eps: 1_000_000 })] }),
    { status: 409, code: "question-differs", place: "answers[1].eps" },
  ],
  [
    "a wrong number of set bits",
    bodyOf(5, { answers: [{ ...answerWith({}), a: "fw" }] }),
    { status: 400, code: "malformed", place: "answers[0].a" },
  ],
  ["a day too long ago", bodyOf(5, late), { status: 400, code: "day-out-of-range", place: "day" }],
  ["tomorrow", bodyOf(5, { day: 20_780 }), { status: 400, code: "day-out-of-range", place: "day" }],
  ["over 4 KB", "x".repeat(limits.bodyBytes + 1), { status: 413, code: "too-large", place: "body" }],
];

test.each(refusals)("refuses %s, and the whole database is as before", async (_, body, expected) => {
  const { db, send } = await createTestCollector();
  await send(bodyOf(1));
  const before = await everything(db);
  expect(await errorOf(await send(body))).toEqual(expected);
  expect(await everything(db)).toBe(before);
  expect((await send(bodyOf(2))).status).toBe(204);
  expect(await everything(db)).not.toBe(before);
});

test("refuses too many from one address, and the whole database is as before", async () => {
  const { db, send } = await createTestCollector({ allow: () => false });
  const before = await everything(db);
  const response = await send(bodyOf(1));
  expect(response.headers.get("Retry-After")).toBe("60");
  expect(await errorOf(response)).toEqual({ status: 429, code: "too-many-requests", place: "address" });
  expect(await everything(db)).toBe(before);
});

test("a crowd of new questions is refused as a whole, and does not keep known ones out", async () => {
  const { db, send } = await createTestCollector();
  for (let number = 0; number < lastingAnswers; number++) await send(bodyOf(number));
  const ask = (number: number): Promise<Response> =>
    send(bodyOf(1000 + number, { answers: [answerWith({ q: `slot:new-${number}` })] }));
  for (let number = 0; number < questionsAtMost; number++) expect((await ask(number)).status).toBe(204);
  const before = await everything(db);
  const refused = await errorOf(await ask(questionsAtMost));
  expect(refused).toEqual({ status: 429, code: "too-many-questions", place: "answers[0].q" });
  expect(await everything(db)).toBe(before);
  expect((await send(bodyOf(500))).status).toBe(204);
});

test("a body over 4 KB is refused also when its length is not announced", async () => {
  const { app } = await createTestCollector();
  const body = new Blob(["x".repeat(5000)]).stream();
  const request = new Request("http://collector/v1/reports", { method: "POST", body, duplex: "half" });
  expect((await app.request(request)).status).toBe(413);
});

test("a body that announces too much is refused before it is read", async () => {
  const { send } = await createTestCollector();
  const length = { "Content-Length": `${limits.bodyBytes + 1}` };
  expect((await send(bodyOf(1), length)).status).toBe(413);
});

test("a body that breaks off is malformed, whether its length was announced or not", async () => {
  const { app } = await createTestCollector();
  for (const headers of [undefined, { "Content-Length": "1536" }]) {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
    const init = { method: "POST", body, duplex: "half", ...(headers && { headers }) } as const;
    const response = await app.request(new Request("http://collector/v1/reports", init));
    expect(await errorOf(response)).toEqual({ status: 400, code: "malformed", place: "body" });
  }
});

test("a refused report may be mended and sent under the same id", async () => {
  const collector = await createTestCollector();
  await collector.send(bodyOf(1));
  const wrong = bodyOf(2, { answers: [answerWith({ eps: 1_000_000 })] });
  expect((await collector.send(wrong)).status).toBe(409);
  expect((await collector.send(bodyOf(2))).status).toBe(204);
  expect(await totals(collector)).toMatchObject({ answers: 2, reports: 2 });
});

test("edited variants, that is another hash, start a question of their own", async () => {
  const collector = await createTestCollector();
  await collector.send(bodyOf(1));
  const edited = answerWith({ hash: "another", cells: 10 });
  expect((await collector.send(bodyOf(2, { answers: [edited] }))).status).toBe(204);
  expect(await totals(collector)).toMatchObject({ questions: 2 });
});

test("the three last days are taken, and today a little before midnight", async () => {
  const collector = await createTestCollector();
  for (const [number, day] of [20_777, 20_778, 20_779].entries()) {
    expect((await collector.send(bodyOf(number, { day }))).status).toBe(204);
  }
  collector.pass(12 * 3_600_000 - 60_000);
  expect((await collector.send(bodyOf(9, { day: 20_780 }))).status).toBe(204);
});

test("too many reports from one sender are refused until the minute is over", async () => {
  let now = 60_000_000;
  const limiter = createLimiter(2, () => now);
  const allow = (): boolean => limiter.allow("192.0.2.1");
  const collector = await createTestCollector({ allow });
  expect((await collector.send(bodyOf(1))).status).toBe(204);
  expect((await collector.send("{")).status).toBe(400);
  const response = await collector.send(bodyOf(2));
  expect(response.headers.get("Retry-After")).toBe("60");
  expect(await errorOf(response)).toEqual({ status: 429, code: "too-many-requests", place: "address" });
  now += 60_000;
  expect((await collector.send(bodyOf(2))).status).toBe(204);
});

test("what cannot be stored is not acknowledged", async () => {
  const add = (): Promise<never> => Promise.reject(new Error("disk full"));
  const buffer = { add, waiting: () => 0, close: () => Promise.resolve() };
  const failing = await createTestCollector({ buffer });
  const response = await failing.send(bodyOf(1));
  expect(response.headers.get("Retry-After")).toBe("60");
  expect(await errorOf(response)).toMatchObject({ status: 503, code: "not-stored" });
  const busy = { ...buffer, add: () => Promise.resolve(new Refusal("busy", "collector", "later")) };
  const full = await createTestCollector({ buffer: busy });
  expect(await errorOf(await full.send(bodyOf(1)))).toMatchObject({ status: 503, code: "busy" });
});

test("another mechanism than the question's is refused", async () => {
  const { send } = await createTestCollector();
  const set = answerWith({ q: "slot:two", cells: 2 });
  expect((await send(bodyOf(1, { answers: [set] }))).status).toBe(204);
  const refused = await send(bodyOf(2, { answers: [{ ...set, m: "rr", arm: 1, a: "AQ" }] }));
  expect(await errorOf(refused)).toEqual({ status: 409, code: "question-differs", place: "answers[0].m" });
});

test("no cookie is set", async () => {
  const { send } = await createTestCollector();
  expect((await send(bodyOf(1))).headers.get("Set-Cookie")).toBeNull();
});
