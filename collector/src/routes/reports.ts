import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { limits } from "heimspiel/wire";
import { Refusal, validate } from "../ingest/index.js";
import { tooLarge } from "./errors.js";
import type { AppOptions } from "./options.js";
import { createOrigins } from "./origins.js";

/** `POST /v1/reports`: 204 once the report is durable, or was counted before. */
export function reports(options: AppOptions): Hono {
  const { buffer, clock, log, allow } = options;
  const isOrigin = createOrigins(options, options.origins);
  const app = new Hono();
  app.use(
    cors({
      origin: async (origin) => (origin !== "" && (await isOrigin(origin)) ? origin : null),
      allowMethods: ["POST"],
      allowHeaders: ["Content-Type"],
      maxAge: 86_400,
    }),
  );
  app.use(async (context, next) => {
    if (!allow(context))
      throw new Refusal("too-many-requests", "address", "too many reports from one address");
    await next();
  });
  app.use(bodyLimit({ maxSize: limits.bodyBytes, onError: tooLarge }));
  app.post("/", async (context) => {
    const report = validate(await context.req.text().catch(unreadable), clock());
    const outcome = await buffer.add(report).catch((cause: unknown) => {
      log.error({ error: cause instanceof Error ? cause.message : "unknown" }, "a batch could not be stored");
      throw new Refusal("not-stored", "collector", "the report could not be stored, send it again later");
    });
    if (outcome instanceof Refusal) throw outcome;
    return context.body(null, 204);
  });
  return app;
}

function unreadable(): never {
  throw new Refusal("malformed", "body", "the body ended early");
}
