import { Hono } from "hono";
import { cors } from "hono/cors";
import { etag, RETAINED_304_HEADERS } from "hono/etag";
import { dayOf, Refusal } from "../ingest/index.js";
import { readModel, type ModelBody } from "../results/index.js";
import type { AppOptions } from "./options.js";
import { createOrigins } from "./origins.js";

const keptMs = 300_000;

/** `GET /v1/model?site=`: public, for it holds only what sums tell; see {@link readModel}. */
export function model(options: AppOptions): Hono {
  const isOrigin = createOrigins(options, options.origins);
  const read = createModels(options);
  const app = new Hono();
  app.use(
    cors({
      origin: async (origin) => (origin !== "" && (await isOrigin(origin)) ? origin : null),
      allowMethods: ["GET"],
    }),
  );
  app.use(etag({ retainedHeaders: [...RETAINED_304_HEADERS, "access-control-allow-origin"] }));
  app.get("/", async (context) => {
    if (!options.allow(context))
      throw new Refusal("too-many-requests", "address", "too many requests from one address");
    const body = await read(context.req.query("site") ?? "");
    if (!body) throw new Refusal("unknown-site", "site", "no such site");
    context.header("Cache-Control", "public, max-age=3600");
    return context.json(body);
  });
  return app;
}

/** Reads models and keeps each for five minutes, so that however many devices ask, a site's sums are read once. */
function createModels({ db, clock }: AppOptions): (site: string) => Promise<ModelBody | undefined> {
  const kept = new Map<string, { at: number; body: Promise<ModelBody | undefined> }>();
  return (site) => {
    const at = clock();
    const known = kept.get(site);
    // A clock that was set back has no say in how long something is kept.
    if (known && Math.abs(at - known.at) < keptMs) return known.body;
    const body = readModel(db, { site, day: dayOf(at) });
    const forget = (): void => {
      if (kept.get(site)?.body === body) kept.delete(site);
    };
    kept.set(site, { at, body });
    // Neither names that anyone may invent nor failures are kept; who asked is told of the failure.
    void body.then((found) => found ?? forget(), forget);
    return body;
  };
}
