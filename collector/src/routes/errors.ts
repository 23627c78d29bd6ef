import type { Context, ErrorHandler, MiddlewareHandler, NotFoundHandler } from "hono";
import { Refusal } from "../ingest/index.js";
import { answerJson, answerRefusal, respond, type Answer } from "./answer.js";
import type { AppOptions } from "./options.js";
import { whyGone } from "./why-gone.js";

/** Answers with a refusal. */
export function refuse(context: Context, refusal: Refusal): Response {
  return respond(context, answerRefusal(refusal));
}

/** Answers refusals as such; anything else is the database's absence, or a fault of ours, logged without what was asked. */
export async function answerError(
  error: unknown,
  { db, log }: Pick<AppOptions, "db" | "log">,
): Promise<Answer> {
  if (error instanceof Refusal) return answerRefusal(error);
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  log.error({ error: message, stack }, "a request failed");
  if ((await whyGone(db)) !== undefined)
    return answerRefusal(new Refusal("unavailable", "database", "the database does not answer"));
  return answerJson(500, {
    error: { code: "internal", message: "the collector failed", place: "collector" },
  });
}

export function onError(options: Pick<AppOptions, "db" | "log">): ErrorHandler {
  return async (error, context) => respond(context, await answerError(error, options));
}

/** NUL is in no name, and PostgreSQL fails at a text that has it. */
export const refuseNul: MiddlewareHandler = async (context, next) => {
  if (context.req.url.includes("%00")) throw new Refusal("malformed", "query", "NUL is in no name");
  await next();
};

export const onNotFound: NotFoundHandler = (context) =>
  refuse(context, new Refusal("not-found", "path", "nothing here"));
