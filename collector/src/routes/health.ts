import { Hono } from "hono";
import { readSites } from "../store/index.js";
import type { AppOptions } from "./options.js";

/** `/healthz`: the process answers. `/readyz`: its database does, too. */
export function health({ db, log }: AppOptions): Hono {
  const app = new Hono();
  app.get("/healthz", (context) => context.text("ok\n"));
  app.get("/readyz", async (context) => {
    try {
      await readSites(db, []);
      return context.text("ready\n");
    } catch (error) {
      log.warn({ error: error instanceof Error ? error.message : "unknown" }, "the database does not answer");
      return context.text("database unavailable\n", 503);
    }
  });
  return app;
}
