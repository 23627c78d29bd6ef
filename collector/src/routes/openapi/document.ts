import { ref, schemas } from "./schemas.js";

type Part = Readonly<Record<string, unknown>>;

const json = (schema: Part): Part => ({ "application/json": { schema } });
const plain: Part = { "text/plain": { schema: { type: "string" } } };
const csv: Part = { "text/csv": { schema: { type: "string" } } };
const later: Part = { "Retry-After": { schema: { type: "integer" }, description: "in seconds" } };
const allowed: Part = {
  "Access-Control-Allow-Origin": { schema: { type: "string" }, description: "a configured origin only" },
};
const refusal = (description: string, headers: Part = {}): Part => ({
  ...{ description, headers, content: json(ref("Error")) },
});
const unauthorized = refusal("no valid token", { "WWW-Authenticate": { schema: { type: "string" } } });
const query = (name: string, description: string, required = false): Part => ({
  ...{ name, description, required, in: "query", schema: { type: "string" } },
});
const site = query("site", "the site's name", true);
const token: readonly Part[] = [{ token: [] }];

const reports: Part = {
  post: {
    operationId: "sendReport",
    summary: "Counts a report, once, however often it is sent",
    requestBody: {
      required: true,
      content: { ...json(ref("Report")), "text/plain": { schema: ref("Report") } },
    },
    responses: {
      204: { description: "the report is durable, or was counted before", headers: allowed },
      400: refusal("malformed, or of another day than today and the two before"),
      404: refusal("unknown site, or not a question of its fixed list"),
      409: refusal("other ε, mechanism or number of cells than the question has"),
      413: refusal("over 4 KB"),
      429: refusal("too many from one address, or too many new questions", later),
      503: refusal("not stored, not counted: send it again", later),
    },
  },
  options: {
    operationId: "mayBeSent",
    summary: "What browsers ask before they send to another origin",
    responses: { 204: { description: "methods and headers", headers: allowed } },
  },
};

const estimates: Part = {
  get: {
    operationId: "readEstimates",
    summary: "What the answers to a question say",
    security: token,
    parameters: [
      ...[site, query("question", "such as slot:home-hero", true)],
      ...[query("from", "first day, a date (UTC)"), query("to", "last day, a date (UTC)")],
      ...[query("hash", "an earlier set of variants"), query("format", "json or csv")],
    ],
    responses: {
      200: { description: "shares with their errors", content: { ...json(ref("Estimates")), ...csv } },
      400: refusal("a date or a format that is none"),
      401: unauthorized,
      404: refusal("unknown site or question"),
      503: refusal("the database does not answer", later),
    },
  },
};

const model: Part = {
  get: {
    operationId: "readModel",
    summary: "What devices may learn from; nothing under the minimum is in it",
    parameters: [site],
    responses: {
      200: { description: "rates and weights with their errors", content: json(ref("Model")) },
      304: { description: "the one that was asked for by If-None-Match" },
      404: refusal("unknown site"),
      429: refusal("too many from one address", later),
      503: refusal("the database does not answer", later),
    },
  },
};

const operation: Part = {
  "/healthz": {
    get: {
      operationId: "isAlive",
      responses: { 200: { description: "the process answers", content: plain } },
    },
  },
  "/readyz": {
    get: {
      operationId: "isReady",
      responses: {
        200: { description: "its database answers, too", content: plain },
        503: { description: "it does not, or the process is stopping", content: plain },
      },
    },
  },
  "/metrics": {
    get: {
      ...{ operationId: "readMetrics", summary: "Metrics for Prometheus", security: token },
      responses: { 200: { description: "all metrics", content: plain }, 401: unauthorized },
    },
  },
  "/v1/openapi.json": {
    get: {
      operationId: "describe",
      responses: { 200: { description: "this description", content: json({ type: "object" }) } },
    },
  },
};

/** The collector's API as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html); the dashboard's pages are not part of it. */
export const openapi: Part = {
  openapi: "3.1.0",
  info: {
    ...{
      title: "Heimspiel collector",
      version: "1",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    description: "Adds up randomized answers and removes the noise from the sum.",
  },
  // Relative to where this description is, so that a proxy may serve the collector under any path.
  servers: [{ url: ".." }],
  paths: {
    "/v1/reports": reports,
    "/v1/estimates": estimates,
    "/v1/model": model,
    ...operation,
  },
  components: {
    schemas,
    securitySchemes: { token: { type: "http", scheme: "bearer" } },
  },
};
