import { Hono } from "hono";
import { Refusal } from "../ingest/index.js";
import { estimatesCsv, parseDay, readEstimates } from "../results/index.js";
import { readSites } from "../store/index.js";
import { checkToken } from "./authorize.js";
import type { AppOptions } from "./options.js";

/**
 * `GET /v1/estimates?site=&question=&from=&to=&hash=&format=csv` with a bearer token: one for the API, or one that shares
 * the site.
 */
export function estimates(options: AppOptions): Hono {
  const { db } = options;
  const app = new Hono();
  app.get("/", async (context) => {
    const { site = "", question = "", hash, format = "json", ...days } = context.req.query();
    await checkToken(context, options, site);
    if ((await readSites(db, [site])).length === 0) throw new Refusal("unknown-site", "site", "no such site");
    const [from, to] = [readDay("from", days.from), readDay("to", days.to)];
    if (from !== undefined && to !== undefined && to < from)
      throw new Refusal("malformed", "to", "expected a date that is not before `from`");
    if (format !== "json" && format !== "csv")
      throw new Refusal("malformed", "format", "expected json or csv");
    const body = await readEstimates(db, { site, question, hash, from, to });
    if (!body) throw new Refusal("unknown-question", "question", "nobody has answered such a question");
    context.header("Cache-Control", "no-store");
    if (format === "json") return context.json(body);
    const name = `${site}-${question.replace(":", "-")}`;
    context.header("Content-Disposition", `attachment; filename="${name}.csv"`);
    return context.body(estimatesCsv(body), 200, { "Content-Type": "text/csv; charset=utf-8" });
  });
  return app;
}

function readDay(place: string, text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const day = parseDay(text);
  if (day === undefined) throw new Refusal("malformed", place, "expected a date such as 2026-11-22");
  return day;
}
