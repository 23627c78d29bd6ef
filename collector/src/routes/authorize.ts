import type { Context } from "hono";
import { dayOf, Refusal } from "../ingest/index.js";
import { hasToken } from "../store/index.js";
import type { AppOptions } from "./options.js";

/**
 * Lets a request pass that has an API token, or one that shares the `site` it is about.
 * @throws Refusal `unauthorized`
 */
export async function checkToken(context: Context, { db, clock }: AppOptions, site?: string): Promise<void> {
  const token = /^Bearer (\S+)$/i.exec(context.req.header("Authorization") ?? "")?.[1];
  const day = dayOf(clock());
  if (token !== undefined) {
    if (await hasToken(db, token, { scope: "read", day, site })) return;
    if (site !== undefined && (await hasToken(db, token, { scope: "share", day, site }))) return;
  }
  context.header("WWW-Authenticate", "Bearer");
  throw new Refusal("unauthorized", "authorization", "expected Authorization: Bearer <token>");
}
