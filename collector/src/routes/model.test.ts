import { pairCells, slotCells } from "heimspiel/statistics";
import { expect, test } from "vitest";
import type { ModelBody } from "../results/index.js";
import { writeSite } from "../store/index.js";
import { createTestCollector, type TestCollector } from "../testing/collector.js";
import { writeSums, type KnownSums } from "../testing/sums.js";
import { epsilon } from "../testing/visitor.js";
import { createLimiter, type AppOptions } from "./index.js";

const today = 20_779;
const pairs = pairCells(["boots", "tents", "maps"]);
const slot: KnownSums = {
  question: "slot:home-hero",
  cells: slotCells(["hiking", "peru"]),
  truth: [0.3, 0.25, 0.1, 0.05, 0.15, 0.1, 0.05],
  ...{ n: 2000, days: [today - 1, today], epsilon },
};

async function stocked(
  change: Partial<AppOptions> = {},
): Promise<TestCollector & { model: (init?: RequestInit) => Promise<Response> }> {
  const collector = await createTestCollector(change);
  const { db, app } = collector;
  const slots = { "home-hero": { variants: ["hiking", "peru"] } };
  await writeSite(db, { name: "outdoor", slots, cells: { pairs } });
  await writeSums(db, slot);
  return {
    ...collector,
    model: (init) => Promise.resolve(app.request("/v1/model?site=outdoor", init)),
  };
}

const read = async (response: Response | Promise<Response>): Promise<ModelBody> =>
  (await (await response).json()) as ModelBody;

test("variants with their goal rates and standard errors, late goals included", async () => {
  const { model, db } = await stocked();
  const late = { question: "late:home-hero", cells: ["none", "hiking", "peru"], truth: [0, 0.5, 0.5] };
  await writeSums(db, { ...slot, ...late, n: 100 });
  const body = await read(model());
  expect(body).toMatchObject({ v: 1, site: "outdoor", day: today, transitions: {} });
  const [rate, error] = body.variants["home-hero"]!.hiking!;
  // 5 of 40 in the visit, and half of 100 late answers to 2000 visits of which 40 in 100 saw it
  expect(rate).toBeCloseTo(0.125 + (0.5 * 100) / 2000 / 0.4, 2);
  expect(error).toBeGreaterThan(0.005);
  expect(error).toBeLessThan(0.05);
  expect(Object.keys(body.variants["home-hero"]!)).toEqual(["hiking", "peru"]);
});

test("transitions are P(next | bought), of pairs that are told", async () => {
  const { model, db } = await stocked();
  const truth = [0.4, 0.3, 0.1, 0.2, 0, 0, 0];
  await writeSums(db, { ...slot, question: "pairs", cells: pairs, truth, epsilon: 2_000_000 });
  const { transitions } = await read(model());
  expect(Object.keys(transitions)).toEqual(["boots", "tents"]);
  expect(transitions.boots!.tents![0]).toBeCloseTo(0.75, 2);
  expect(transitions.boots!.maps![0]).toBeCloseTo(0.25, 2);
  expect(Object.keys(transitions.tents!)).toEqual(["boots"]);
});

test("a weight that came out above 1 is 1, and no error is 0: a device would leave the whole model out", async () => {
  const { model, db } = await stocked();
  const truth = [0.52, 0.5, -0.02, 0, 0, 0, 0];
  await writeSums(db, { ...slot, question: "pairs", cells: pairs, truth, epsilon: 2_000_000, n: 1e9 });
  const [weight, error] = (await read(model())).transitions.boots!.tents!;
  expect(weight).toBe(1);
  expect(error).toBeGreaterThan(0);
});

test("nothing under 100 answers or three standard errors, and nothing older than 28 days", async () => {
  const { db, app, pass } = await stocked();
  await writeSite(db, {
    name: "outdoor",
    slots: { few: { variants: ["a"] }, faint: { variants: ["a", "b"] }, old: { variants: ["a"] } },
  });
  const one = { cells: slotCells(["a"]), truth: [0.3, 0.3, 0.2, 0.2] };
  await writeSums(db, { ...slot, ...one, question: "slot:few", n: 99, days: [today] });
  await writeSums(db, { ...slot, ...one, question: "slot:old", days: [today - 28] });
  const faint = { cells: slotCells(["a", "b"]), truth: [0.1, 0.2, 0.2, 0.49, 0.006, 0.002, 0.002] };
  await writeSums(db, { ...slot, ...faint, question: "slot:faint", n: 150 });
  const ask = async (): Promise<ModelBody> => read(app.request("/v1/model?site=outdoor"));
  expect(Object.keys((await ask()).variants)).toEqual(["faint"]);
  expect(Object.keys((await ask()).variants.faint!)).toEqual(["a"]);
  pass(28 * 86_400_000);
  expect((await ask()).variants).toEqual({});
});

test("only the version that the manifest names", async () => {
  const { model, db } = await stocked();
  await writeSums(db, { ...slot, cells: slotCells(["hiking", "chile"]), days: [today], n: 9000 });
  expect(Object.keys((await read(model())).variants["home-hero"]!)).toEqual(["hiking", "peru"]);
});

test("without a version that the manifest names there is nothing to say", async () => {
  const { model, db } = await stocked();
  await writeSite(db, { name: "outdoor", slots: { "home-hero": { variants: ["other", "names"] } } });
  expect((await read(model())).variants).toEqual({});
});

test("it may be kept for an hour, by anyone, and is not sent twice", async () => {
  const { model } = await stocked();
  const first = await model({ headers: { Origin: "https://shop.example" } });
  expect(first.headers.get("Cache-Control")).toBe("public, max-age=3600");
  expect(first.headers.get("Access-Control-Allow-Origin")).toBe("https://shop.example");
  expect(first.headers.get("Set-Cookie")).toBeNull();
  const tag = first.headers.get("ETag")!;
  const again = await model({ headers: { Origin: "https://shop.example", "If-None-Match": tag } });
  expect(again.status).toBe(304);
  expect(again.headers.get("Access-Control-Allow-Origin")).toBe("https://shop.example");
  const stranger = await model({ headers: { Origin: "https://other.example" } });
  expect(stranger.headers.get("Access-Control-Allow-Origin")).toBeNull();
});

test("sums are read once in five minutes, whoever asks", async () => {
  const { model, db, pass } = await stocked();
  const [before, beside] = await Promise.all([read(model()), read(model())]);
  expect(beside).toEqual(before);
  await writeSums(db, { ...slot, truth: [0.3, 0.1, 0.1, 0.2, 0.15, 0.1, 0.05] });
  pass(299_999);
  expect(await read(model())).toEqual(before);
  pass(1);
  const after = await read(model());
  expect(after.variants["home-hero"]!.hiking![0]).toBeGreaterThan(before.variants["home-hero"]!.hiking![0]);
});

test("one address may ask only so often in a minute", async () => {
  let now = 0;
  const limiter = createLimiter(2, () => now);
  const allow: AppOptions["allow"] = ({ req }) => limiter.allow(req.header("X-Forwarded-For") ?? "");
  const { model } = await stocked({ allow });
  const ask = (sender: string): Promise<Response> => model({ headers: { "X-Forwarded-For": sender } });
  expect([(await ask("a")).status, (await ask("a")).status]).toEqual([200, 200]);
  const refused = await ask("a");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("Retry-After")).toBe("60");
  expect(await refused.json()).toMatchObject({ error: { code: "too-many-requests", place: "address" } });
  expect((await ask("b")).status).toBe(200);
  now = 60_000;
  expect((await ask("a")).status).toBe(200);
});

test("an unknown site is refused and not remembered, a failure neither", async () => {
  const { app, db, model } = await stocked();
  const unknown = await app.request("/v1/model?site=garden");
  expect(unknown.status).toBe(404);
  expect(await unknown.json()).toMatchObject({ error: { code: "unknown-site", place: "site" } });
  await writeSite(db, { name: "garden" });
  expect((await app.request("/v1/model?site=garden")).status).toBe(200);
  await db.schema.alterTable("tally").renameTo("moved").execute();
  expect((await model()).status).toBe(500);
  await db.schema.alterTable("moved").renameTo("tally").execute();
  expect((await model()).status).toBe(200);
});
