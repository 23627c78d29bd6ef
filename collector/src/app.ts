import { Hono } from "hono";
import { pages } from "./dashboard/index.js";
import {
  estimates,
  health,
  model,
  onError,
  onNotFound,
  openapi,
  refuseNul,
  reports,
  type AppOptions,
} from "./routes/index.js";

/**
 * The collector as a function from Request to Response. All its own links are relative, so that a proxy may serve it
 * under a path that it strips.
 * @example const response = await createApp(options).request("/v1/reports", { method: "POST", body });
 */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  app.onError(onError(options));
  app.notFound(onNotFound);
  app.get("*", refuseNul);
  app.route("/", health(options));
  app.route("/v1/reports", reports(options));
  app.route("/v1/estimates", estimates(options));
  app.route("/v1/model", model(options));
  app.get("/v1/openapi.json", (context) => context.json(openapi));
  app.route("/", pages(options));
  return app;
}
