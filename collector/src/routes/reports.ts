import { Hono, type Context, type Env } from "hono";
import { Refusal, validate, type Outcome } from "../ingest/index.js";
import { readBody } from "./body.js";
import { refuse } from "./errors.js";
import type { AppOptions } from "./options.js";
import { createOrigins } from "./origins.js";

const preflight = {
  "Access-Control-Allow-Methods": "POST",
  "Access-Control-Allow-Headers": "Content-Type",
  "Access-Control-Max-Age": "86400",
};

/** `POST /v1/reports`: 204 once the report is durable, or was counted before. */
export function reports(options: AppOptions): Hono {
  const { metrics } = options;
  const isOrigin = createOrigins(options, options.origins);
  const app = new Hono();
  // As a plain object: hono/cors makes a Headers of every answer, which a profile of a busy collector shows.
  async function crossOrigin(context: Context<Env, string>): Promise<Record<string, string>> {
    const origin = context.req.header("Origin");
    const known = origin !== undefined && (await isOrigin(origin));
    return { Vary: "Origin", ...(known && { "Access-Control-Allow-Origin": origin }) };
  }
  app.options("/", async (context) => {
    const headers = { ...(await crossOrigin(context)), ...preflight };
    return new Response(null, { status: 204, headers });
  });
  app.post("/", async (context) => {
    const headers = await crossOrigin(context);
    const outcome = await take(context, options).catch(asRefusal);
    metrics.count(outcome instanceof Refusal ? outcome.code : outcome);
    if (!(outcome instanceof Refusal)) return new Response(null, { status: 204, headers });
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    return refuse(context, outcome);
  });
  return app;
}

async function take(context: Context<Env, string>, { allow, buffer, clock }: AppOptions): Promise<Outcome> {
  if (!allow(context)) throw new Refusal("too-many-requests", "address", "too many reports from one address");
  const report = validate(await readBody(context), clock());
  return buffer.add(report).catch(() => {
    throw new Refusal("not-stored", "collector", "the report could not be stored, send it again later");
  });
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
