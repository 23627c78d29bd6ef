import { Hono } from "hono";
import { Refusal } from "../ingest/index.js";
import { dayOf } from "../ingest/index.js";
import { parseDay, readEstimates } from "../results/index.js";
import { hasToken, readSites } from "../store/index.js";
import type { AppOptions } from "./options.js";

/** `GET /v1/estimates?site=&question=&from=&to=&hash=` with a bearer token. */
export function estimates({ db, clock }: AppOptions): Hono {
  const app = new Hono();
  app.get("/", async (context) => {
    const token = /^Bearer (\S+)$/i.exec(context.req.header("Authorization") ?? "")?.[1];
    const known = token !== undefined && (await hasToken(db, token, { scope: "read", day: dayOf(clock()) }));
    if (!known) {
      context.header("WWW-Authenticate", "Bearer");
      throw new Refusal("unauthorized", "authorization", "expected Authorization: Bearer <token>");
    }
    const { site = "", question = "", from, to, hash } = context.req.query();
    if ((await readSites(db, [site])).length === 0) throw new Refusal("unknown-site", "site", "no such site");
    const wanted = { site, question, hash, from: readDay("from", from), to: readDay("to", to) };
    const body = await readEstimates(db, wanted);
    if (!body) throw new Refusal("unknown-question", "question", "nobody has answered such a question");
    context.header("Cache-Control", "no-store");
    return context.json(body);
  });
  return app;
}

function readDay(place: string, text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  const day = parseDay(text);
  if (day === undefined) throw new Refusal("malformed", place, "expected a date such as 2026-11-22");
  return day;
}
