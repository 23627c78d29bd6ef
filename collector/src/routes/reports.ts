import { Hono } from "hono";
import { Refusal, type Outcome } from "../ingest/index.js";
import { respond, type Answer } from "./answer.js";
import { readBody } from "./body.js";
import { answerError } from "./errors.js";
import type { AppOptions, Sender } from "./options.js";
import { createOrigins } from "./origins.js";

const preflight = {
  "Access-Control-Allow-Methods": "POST",
  "Access-Control-Allow-Headers": "Content-Type",
  "Access-Control-Max-Age": "86400",
};

/** What senders of reports are told. */
export interface ReportAnswers {
  /** 204 once the report is durable, or was counted before. Never rejects. */
  post(sender: Sender, readText: () => Promise<string>): Promise<Answer>;
  /** Whether a page of another origin may send. */
  preflight(sender: Sender): Promise<Answer>;
}

export function answerReports(options: AppOptions): ReportAnswers {
  const { metrics } = options;
  const isOrigin = createOrigins(options, options.origins);
  async function crossOrigin({ req }: Sender): Promise<Record<string, string>> {
    const origin = req.header("Origin");
    if (origin === undefined || !(await isOrigin(origin))) return { Vary: "Origin" };
    return { Vary: "Origin", "Access-Control-Allow-Origin": origin };
  }
  return {
    async post(sender, readText) {
      const headers = await crossOrigin(sender);
      try {
        metrics.count(await take(sender, readText, options));
        return { status: 204, headers, body: null };
      } catch (error) {
        if (error instanceof Refusal) metrics.count(error.code);
        const answer = await answerError(error, options);
        return { ...answer, headers: { ...headers, ...answer.headers } };
      }
    },
    async preflight(sender) {
      return { status: 204, headers: { ...(await crossOrigin(sender)), ...preflight }, body: null };
    },
  };
}

async function take(
  sender: Sender,
  readText: () => Promise<string>,
  { allow, buffer }: AppOptions,
): Promise<Exclude<Outcome, Refusal>> {
  if (!allow(sender)) throw new Refusal("too-many-requests", "address", "too many reports from one address");
  const outcome = await buffer.add(await readText()).catch(() => {
    throw new Refusal("not-stored", "collector", "the report could not be stored, send it again later");
  });
  if (outcome instanceof Refusal) throw outcome;
  return outcome;
}

/** `/v1/reports` as a part of the app. */
export function reports(options: AppOptions): Hono {
  const answers = answerReports(options);
  const app = new Hono();
  app.options("/", async (context) => respond(context, await answers.preflight(context)));
  app.post("/", async (context) => respond(context, await answers.post(context, () => readBody(context))));
  return app;
}
