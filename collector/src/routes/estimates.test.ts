import { expect, test } from "vitest";
import type { EstimatesBody } from "../results/index.js";
import { addToken, writeSite } from "../store/index.js";
import { countAll, createTestCollector, type TestCollector } from "../testing/collector.js";
import { crowd, type Truth } from "../testing/crowd.js";
import { bodyOf, reportOf } from "../testing/visitor.js";

const truth: Truth = {
  slot: "home-hero",
  variants: ["hiking", "peru"],
  cells: [0.3, 0.25, 0.1, 0.05, 0.15, 0.1, 0.05],
  holdout: 0.2,
  goal: { holdout: 0.08, offered: 0.15 },
};

async function seeded(visits: number): Promise<TestCollector> {
  const collector = await createTestCollector();
  const reports = [...crowd(truth, { visits, seed: 5, days: [20_778, 20_779] })];
  await countAll(
    collector.db,
    reports.map(({ body }) => body),
  );
  return collector;
}

const question = { site: "outdoor", question: "slot:home-hero" };

test("2,000 simulated visits give back the truth within three standard errors, and the arms' difference", async () => {
  const { ask } = await seeded(2000);
  const response = await ask(question);
  expect(response.status).toBe(200);
  const body = (await response.json()) as EstimatesBody;
  expect(body).toMatchObject({ n: 2000, epsilon: 3, cells: 7, from: "2026-11-21", to: "2026-11-22" });
  body.estimates.forEach((cell, index) => {
    expect(cell.state).toBe("ok");
    if (cell.state !== "ok") return;
    expect(Math.abs(cell.share - truth.cells[index]!)).toBeLessThan(3 * cell.standardError);
    expect(cell.low < cell.share && cell.share < cell.high).toBe(true);
  });
  const { uplift } = body;
  expect(uplift!.holdout.n + uplift!.offered.n).toBe(2000);
  expect(uplift!.difference).toMatchObject({ state: "ok" });
  if (uplift!.difference.state === "ok") {
    expect(Math.abs(uplift!.difference.share - 0.07)).toBeLessThan(3 * uplift!.difference.standardError);
  }
});

test("an uplift question has its two arms as cells", async () => {
  const { ask } = await seeded(2000);
  const body = (await (await ask({ site: "outdoor", question: "uplift:home-hero" })).json()) as EstimatesBody;
  expect(body.estimates.map(({ name }) => name)).toEqual(["holdout", "offered"]);
  expect(body.n).toBe(2000);
});

test("under 100 answers there is no number", async () => {
  const { ask } = await seeded(99);
  const body = (await (await ask(question)).json()) as EstimatesBody;
  expect(body.n).toBe(99);
  expect(body.estimates.every((cell) => cell.state === "not enough data" && !("share" in cell))).toBe(true);
  expect(body.uplift!.difference).toEqual({ state: "not enough data", reason: "under 100 answers" });
});

test("a period counts its own days", async () => {
  const { ask } = await seeded(1000);
  const body = (await (
    await ask({ ...question, from: "2026-11-22", to: "2026-11-22" })
  ).json()) as EstimatesBody;
  expect(body).toMatchObject({ n: 500, from: "2026-11-22" });
});

test("variants have the manifest's names once their hash fits", async () => {
  const { ask, db } = await seeded(200);
  const names = async (): Promise<string[]> => {
    return ((await (await ask(question)).json()) as EstimatesBody).variants!.map(({ variant }) => variant);
  };
  expect(await names()).toEqual(["variant 1", "variant 2"]);
  await writeSite(db, { name: "outdoor", slots: { "home-hero": { variants: ["hiking", "peru"] } } });
  expect(await names()).toEqual(["hiking", "peru"]);
});

test("a stray version does not hide the real question, and is there to be asked for", async () => {
  const { ask, send } = await seeded(200);
  const answers = reportOf(9).answers.map((answer) => ({ ...answer, hash: "strayed" }));
  await send(bodyOf(9, { answers }));
  const body = (await (await ask(question)).json()) as EstimatesBody;
  expect(body.n).toBe(200);
  expect(body.versions.map(({ n }) => n)).toEqual([200, 1]);
  expect(((await (await ask({ ...question, hash: "strayed" })).json()) as EstimatesBody).n).toBe(1);
});

test.each([
  [{ site: "nowhere", question: "slot:x" }, 404, "site"],
  [{ site: "outdoor", question: "slot:x" }, 404, "question"],
  [{ site: "outdoor", question: "topics" }, 404, "question"],
  [{ ...question, from: "yesterday" }, 400, "from"],
  [{ ...question, to: "2026-02-30" }, 400, "to"],
  [{ ...question, from: "2026-11-22", to: "2026-11-21" }, 400, "to"],
  [{ ...question, format: "xml" }, 400, "format"],
])("%o is refused", async (query, status, place) => {
  const { ask } = await seeded(20);
  const response = await ask(query);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { place } });
});

test.each([undefined, "Bearer wrong", "Bearer browser", "Basic secret", "secret"])(
  "with authorization %s there is nothing to read",
  async (authorization) => {
    const { app } = await seeded(20);
    const response = await app.request(`/v1/estimates?${new URLSearchParams(question).toString()}`, {
      headers: {
        ...(authorization !== undefined && { Authorization: authorization }),
        Cookie: "heimspiel_dashboard=browser",
      },
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: "unauthorized", place: "authorization" } });
  },
);

test("a token that shares a site reads that site only, until it ends", async () => {
  const { app, db, pass } = await seeded(200);
  await writeSite(db, { name: "garden" });
  await addToken(db, "shared", { scope: "share", site: "outdoor", day: 20_779, expires: 20_781 });
  const status = async (query: Record<string, string>): Promise<number> => {
    const headers = { Authorization: "Bearer shared" };
    return (await app.request(`/v1/estimates?${new URLSearchParams(query).toString()}`, { headers })).status;
  };
  expect(await status(question)).toBe(200);
  for (const site of ["garden", "nowhere", ""]) expect(await status({ ...question, site })).toBe(401);
  pass(2 * 86_400_000);
  expect(await status(question)).toBe(401);
});

test("CSV has a line for every number of the JSON", async () => {
  const { ask } = await seeded(2000);
  const response = await ask({ ...question, format: "csv" });
  expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("Content-Disposition")).toBe(
    'attachment; filename="outdoor-slot-home-hero.csv"',
  );
  const [head, ...lines] = (await response.text()).trimEnd().split("\r\n");
  const parts = lines.map((line) => line.split(",")[0]);
  const count = (part: string): number => parts.filter((name) => name === part).length;
  expect(["cell", "seen", "clicked", "goal", "inVisit", "difference", "uplift"].map(count)).toEqual([
    7, 2, 2, 2, 2, 1, 1,
  ]);
  // two days, two variants
  expect(["timeline goal", "timeline uplift"].map(count)).toEqual([4, 2]);
  expect(new Set(lines.map((line) => line.split(",").length))).toEqual(new Set([head!.split(",").length]));
  const body = (await (await ask(question)).json()) as EstimatesBody;
  const cell = body.estimates[1]!;
  expect(lines[1]).toContain(`cell,2026-11-21,2026-11-22,variant 1:seen,,2000,ok,,`);
  if (cell.state === "ok") expect(lines[1]!.endsWith(String(cell.anytime.high))).toBe(true);
});

test("health and readiness are told apart", async () => {
  const { app, db } = await createTestCollector();
  expect((await app.request("/healthz")).status).toBe(200);
  expect((await app.request("/readyz")).status).toBe(200);
  await db.destroy();
  expect((await app.request("/healthz")).status).toBe(200);
  expect((await app.request("/readyz")).status).toBe(503);
});

test("other paths say so as JSON", async () => {
  const { app } = await createTestCollector();
  const response = await app.request("/v1/nothing");
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: "not-found", place: "path" } });
});
