import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import { limits } from "heimspiel/wire";
import { Refusal } from "../ingest/index.js";
import type { CollectorLog } from "./options.js";

/** A refusal as JSON: `{"error":{"code","message","place"}}`. */
export function refuse(context: Context, refusal: Refusal): Response {
  const { code, message, place, status } = refusal;
  if (status === 429 || status === 503) context.header("Retry-After", "60");
  return context.json({ error: { code, message, place } }, status);
}

/** Answers refusals as such; anything else is a fault of ours, logged without what was asked. */
export function onError(log: CollectorLog): ErrorHandler {
  return (error, context) => {
    if (error instanceof Refusal) return refuse(context, error);
    log.error({ error: error.message, stack: error.stack }, "a request failed");
    return context.json(
      { error: { code: "internal", message: "the collector failed", place: "collector" } },
      500,
    );
  };
}

/** What `bodyLimit` does with a body that is too long; all bodies have the limit of a report. */
export function tooLarge(): never {
  throw new Refusal("too-large", "body", `at most ${limits.bodyBytes} bytes`);
}

export const onNotFound: NotFoundHandler = (context) =>
  refuse(context, new Refusal("not-found", "path", "nothing here"));
