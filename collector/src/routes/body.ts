import type { Context, Env } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { IncomingMessage } from "node:http";
import { limits } from "heimspiel/wire";
import { Refusal } from "../ingest/index.js";

// All bodies have the limit of a report.
const tooLarge = (): Refusal => new Refusal("too-large", "body", `at most ${limits.bodyBytes} bytes`);
const endedEarly = (): Refusal => new Refusal("malformed", "body", "the body ended early");

const countBytes = bodyLimit({
  maxSize: limits.bodyBytes,
  onError() {
    throw tooLarge();
  },
});

/**
 * The body as text. Node's parser ends a body at its announced length, so only one of unknown length has to be counted;
 * to count it costs several times as much as to read it.
 * @throws Refusal `too-large`, or `malformed` when the body ends early
 */
export async function readBody(context: Context<Env, string>): Promise<string> {
  const announced = context.req.header("Content-Length");
  if (Number(announced) > limits.bodyBytes) throw tooLarge();
  try {
    if (announced === undefined) await countBytes(context, () => Promise.resolve());
    return await context.req.text();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw endedEarly();
  }
}

/**
 * The same of a request of Node's server.
 * @throws Refusal as {@link readBody} does
 */
export function readIncoming(incoming: IncomingMessage): Promise<string> {
  if (Number(incoming.headers["content-length"]) > limits.bodyBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    let body: Buffer | undefined;
    let bytes = 0;
    incoming.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      // What comes beyond is let pass by: a client that is cut off amid sending would not hear why.
      if (bytes > limits.bodyBytes) reject(tooLarge());
      else body = body ? Buffer.concat([body, chunk]) : chunk;
    });
    incoming.on("end", () => resolve(body?.toString() ?? ""));
    incoming.on("close", () => {
      if (!incoming.complete) reject(endedEarly());
    });
  });
}
