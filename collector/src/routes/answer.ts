import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Refusal } from "../ingest/index.js";

/** An answer as plain data; Hono's and Node's are both made of it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Any status with a body, as JSON. */
export function answerJson(status: number, value: unknown): Answer {
  return { status, headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) };
}

/** A refusal as JSON: `{"error":{"code","message","place"}}`. */
export function answerRefusal({ code, message, place, status }: Refusal): Answer {
  const answer = answerJson(status, { error: { code, message, place } });
  if (status !== 429 && status !== 503) return answer;
  return { ...answer, headers: { ...answer.headers, "Retry-After": "60" } };
}

/** The answer in Hono's form, with the headers that the context has already. */
export function respond(context: Context, { status, headers, body }: Answer): Response {
  return context.newResponse(body, status as ContentfulStatusCode, headers);
}
