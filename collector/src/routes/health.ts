import { Hono } from "hono";
import { Registry } from "prom-client";
import { checkToken } from "./authorize.js";
import type { AppOptions } from "./options.js";
import { whyGone } from "./why-gone.js";

/**
 * `/healthz`: the process answers. `/readyz`: its database does, too, and it is not about to end. `/metrics` wants a
 * bearer token: behind a proxy on the same machine every visitor comes from loopback.
 */
export function health(options: AppOptions): Hono {
  const { db, log, stopping = () => false } = options;
  const app = new Hono();
  app.get("/healthz", (context) => context.text("ok\n"));
  app.get("/readyz", async (context) => {
    if (stopping()) return context.text("stopping\n", 503);
    const error = await whyGone(db);
    if (error === undefined) return context.text("ready\n");
    log.warn({ error }, "the database does not answer");
    return context.text("database unavailable\n", 503);
  });
  app.get("/metrics", async (context) => {
    await checkToken(context, options);
    const text = await options.metrics.read(options.buffer.waiting());
    return context.body(text, 200, { "Content-Type": Registry.PROMETHEUS_CONTENT_TYPE });
  });
  return app;
}
