import { Hono } from "hono";
import { pages } from "./dashboard/index.js";
import { estimates, health, onError, onNotFound, reports, type AppOptions } from "./routes/index.js";

/**
 * The collector as a function from Request to Response. All its own links are relative, so that a proxy may serve it
 * under a path that it strips.
 * @example const response = await createApp(options).request("/v1/reports", { method: "POST", body });
 */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  app.onError(onError(options.log));
  app.notFound(onNotFound);
  app.route("/", health(options));
  app.route("/v1/reports", reports(options));
  app.route("/v1/estimates", estimates(options));
  app.route("/", pages(options));
  return app;
}
