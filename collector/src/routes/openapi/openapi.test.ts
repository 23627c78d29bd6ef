import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, expect, test } from "vitest";
import { countAll, createTestCollector, type TestCollector } from "../../testing/collector.js";
import { crowd } from "../../testing/crowd.js";
import { bodyOf, reportOf } from "../../testing/visitor.js";
import { truth } from "../../testing/visits.js";

interface Documented {
  readonly headers?: Record<string, unknown>;
  readonly content?: Record<string, { schema: Record<string, unknown> }>;
}
interface Operation {
  readonly responses: Record<string, Documented>;
  readonly requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
}

let paths: Record<string, Record<string, Operation>>;
const ajv = new Ajv2020({ formats: { date: /^\d{4}-\d\d-\d\d$/ } });

beforeAll(async () => {
  const { app } = await createTestCollector();
  const validator = new Validator();
  const served = (await (await app.request("/v1/openapi.json")).json()) as Record<string, unknown>;
  expect(await validator.validate(served)).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  ({ paths } = validator.resolveRefs() as unknown as { paths: typeof paths });
});

const authorized = { headers: { Authorization: "Bearer secret" } };
const estimates = "/v1/estimates?site=outdoor&question=slot:home-hero";
const model = "/v1/model?site=outdoor";

/** A collector that 300 visits were told to. */
async function visited(): Promise<TestCollector> {
  const collector = await createTestCollector();
  const reports = [...crowd(truth, { visits: 300, seed: 3, days: [20_779] })];
  await countAll(
    collector.db,
    reports.map(({ body }) => body),
  );
  return collector;
}

/** A collector whose database does not answer. */
async function gone(): Promise<TestCollector> {
  const collector = await createTestCollector();
  await collector.db.destroy();
  return collector;
}

const get = async (path: string, init?: RequestInit): Promise<Response> =>
  (await visited()).app.request(path, init);
const post = async (body: string): Promise<Response> => {
  const { send } = await createTestCollector();
  await send(bodyOf(1));
  return send(body, { Origin: "https://shop.example" });
};
const other = { ...reportOf(1).answers[0]!, eps: 2_000_000 };

/** A real answer for every operation and status. */
const cases: [operation: string, status: number, ask: () => Promise<Response>][] = [
  ["post /v1/reports", 204, () => post(bodyOf(2))],
  ["post /v1/reports", 400, () => post("{")],
  ["post /v1/reports", 404, () => post(bodyOf(2, { site: "nowhere" }))],
  ["post /v1/reports", 409, () => post(bodyOf(2, { answers: [other] }))],
  ["post /v1/reports", 413, () => post("x".repeat(5000))],
  ["post /v1/reports", 429, async () => (await createTestCollector({ allow: () => false })).send(bodyOf(1))],
  ["post /v1/reports", 503, async () => (await gone()).send(bodyOf(1))],
  [
    "options /v1/reports",
    204,
    () => get("/v1/reports", { method: "OPTIONS", headers: { Origin: "https://shop.example" } }),
  ],
  ["get /v1/estimates", 200, () => get(estimates, authorized)],
  ["get /v1/estimates", 200, () => get("/v1/estimates?site=outdoor&question=uplift:home-hero", authorized)],
  ["get /v1/estimates", 200, () => get(`${estimates}&format=csv`, authorized)],
  ["get /v1/estimates", 400, () => get(`${estimates}&from=yesterday`, authorized)],
  ["get /v1/estimates", 401, () => get(estimates)],
  ["get /v1/estimates", 404, () => get("/v1/estimates?site=nowhere&question=slot:x", authorized)],
  ["get /v1/model", 200, () => get(model)],
  [
    "get /v1/model",
    304,
    async () => {
      const { app } = await visited();
      const etag = (await app.request(model)).headers.get("ETag") ?? "";
      return app.request(model, { headers: { "If-None-Match": etag } });
    },
  ],
  ["get /v1/estimates", 503, async () => (await gone()).app.request(estimates, authorized)],
  ["get /v1/model", 503, async () => (await gone()).app.request(model)],
  ["get /v1/model", 404, () => get("/v1/model?site=nowhere")],
  ["get /v1/model", 429, async () => (await createTestCollector({ allow: () => false })).app.request(model)],
  ["get /healthz", 200, () => get("/healthz")],
  ["get /readyz", 200, () => get("/readyz")],
  [
    "get /readyz",
    503,
    async () => (await createTestCollector({ stopping: () => true })).app.request("/readyz"),
  ],
  ["get /metrics", 200, () => get("/metrics", authorized)],
  ["get /metrics", 401, () => get("/metrics")],
  ["get /v1/openapi.json", 200, () => get("/v1/openapi.json")],
];

test("every documented operation and status is asked for below, and no other", () => {
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) =>
      Object.keys(responses).map((status) => `${method} ${path} ${status}`),
    ),
  );
  expect([...new Set(cases.map(([operation, status]) => `${operation} ${status}`))].sort()).toEqual(
    documented.sort(),
  );
});

test.each(cases)("%s: a real answer with %i is what is described", async (operation, status, ask) => {
  const [method = "", path = ""] = operation.split(" ");
  const { headers = {}, content } = paths[path]![method]!.responses[status]!;
  const response = await ask();
  expect(response.status).toBe(status);
  expect(Object.keys(headers).filter((name) => !response.headers.has(name))).toEqual([]);
  const body = await response.text();
  if (!content) return expect(body).toBe("");
  const type = (response.headers.get("Content-Type") ?? "").split(";")[0]!;
  expect(Object.keys(content)).toContain(type);
  const { schema } = content[type]!;
  const value: unknown = type === "application/json" ? JSON.parse(body) : body;
  ajv.validate(schema, value);
  expect(ajv.errors).toBeNull();
});

test.each([
  [bodyOf(1), true],
  [bodyOf(1, { id: "short" }), false],
  [bodyOf(1, { answers: [] }), false],
  [bodyOf(1, { answers: [{ ...other, q: "" }] }), false],
])("a body is described as the collector takes it: %#", async (body, valid) => {
  const { schema } = paths["/v1/reports"]!.post!.requestBody!.content["application/json"]!;
  expect(ajv.validate(schema, JSON.parse(body))).toBe(valid);
  expect((await (await createTestCollector()).send(body)).status).toBe(valid ? 204 : 400);
});
