import type { Context, Env } from "hono";
import { bodyLimit } from "hono/body-limit";
import { limits } from "heimspiel/wire";
import { Refusal } from "../ingest/index.js";
import { tooLarge } from "./errors.js";

const countBytes = bodyLimit({ maxSize: limits.bodyBytes, onError: tooLarge });

/**
 * The body as text. Node's parser ends a body at its announced length, so only one of unknown length has to be counted;
 * to count it costs several times as much as to read it.
 * @throws Refusal `too-large`, or `malformed` when the body ends early
 */
export async function readBody(context: Context<Env, string>): Promise<string> {
  const announced = context.req.header("Content-Length");
  if (Number(announced) > limits.bodyBytes) tooLarge();
  try {
    if (announced === undefined) await countBytes(context, () => Promise.resolve());
    return await context.req.text();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("malformed", "body", "the body ended early");
  }
}
