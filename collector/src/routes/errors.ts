import type { Context, ErrorHandler, MiddlewareHandler, NotFoundHandler } from "hono";
import { limits } from "heimspiel/wire";
import { Refusal } from "../ingest/index.js";
import type { AppOptions } from "./options.js";
import { whyGone } from "./why-gone.js";

/** A refusal as JSON: `{"error":{"code","message","place"}}`. */
export function refuse(context: Context, refusal: Refusal): Response {
  const { code, message, place, status } = refusal;
  if (status === 429 || status === 503) context.header("Retry-After", "60");
  return context.json({ error: { code, message, place } }, status);
}

/** Answers refusals as such; anything else is the database's absence, or a fault of ours, logged without what was asked. */
export function onError({ db, log }: Pick<AppOptions, "db" | "log">): ErrorHandler {
  return async (error, context) => {
    if (error instanceof Refusal) return refuse(context, error);
    log.error({ error: error.message, stack: error.stack }, "a request failed");
    if ((await whyGone(db)) !== undefined)
      return refuse(context, new Refusal("unavailable", "database", "the database does not answer"));
    return context.json(
      { error: { code: "internal", message: "the collector failed", place: "collector" } },
      500,
    );
  };
}

/** What to do with a body that is too long; all bodies have the limit of a report. */
export function tooLarge(): never {
  throw new Refusal("too-large", "body", `at most ${limits.bodyBytes} bytes`);
}

/** NUL is in no name, and PostgreSQL fails at a text that has it. */
export const refuseNul: MiddlewareHandler = async (context, next) => {
  if (context.req.url.includes("%00")) throw new Refusal("malformed", "query", "NUL is in no name");
  await next();
};

export const onNotFound: NotFoundHandler = (context) =>
  refuse(context, new Refusal("not-found", "path", "nothing here"));
