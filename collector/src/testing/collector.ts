import type { Hono } from "hono";
import { createApp } from "../app.js";
import { commit, count, createBuffer, dayOf, validate } from "../ingest/index.js";
import { createMetrics, type AppOptions } from "../routes/index.js";
import { addToken, openDatabase, writeSite, type Database } from "../store/index.js";

/** Noon of the day that `reportOf` gives its reports. */
export const noon: number = (20_779 + 0.5) * 86_400_000;

export interface TestCollector {
  readonly app: Hono;
  /** What the app was made with. */
  readonly options: AppOptions;
  readonly db: Database;
  /** Moves the clock, in ms. */
  readonly pass: (ms: number) => void;
  readonly send: (body: string, headers?: Record<string, string>) => Promise<Response>;
  /** Reads `/v1/estimates` with a valid token. */
  readonly ask: (query: Record<string, string>) => Promise<Response>;
  /** Reads a page as a signed-in browser. */
  readonly browse: (path: string, headers?: Record<string, string>) => Promise<Response>;
}

const quiet = { error: () => undefined, warn: () => undefined, info: () => undefined };

/** A whole collector, in memory unless `change` has a `db`, with the site "outdoor", the API token "secret" and the session "browser". */
export async function createTestCollector(change: Partial<AppOptions> = {}): Promise<TestCollector> {
  let now = noon;
  const clock = (): number => now;
  const db = change.db ?? (await openDatabase(":memory:"));
  await writeSite(db, { name: "outdoor", origins: ["https://shop.example"] });
  await addToken(db, "secret", { scope: "read", day: 20_779 });
  await addToken(db, "browser", { scope: "session", day: 20_779 });
  const metrics = createMetrics();
  const buffer = createBuffer({
    commit: metrics.timed((batch: readonly string[]) => count(db, batch, clock())),
  });
  let tokens = 0;
  const newToken = (): string => `token-${++tokens}`;
  const ports = { clock, newToken, log: quiet, allow: () => true };
  const options: AppOptions = { buffer, metrics, ...ports, ...change, db };
  const app = createApp(options);
  const at = (path: string, init?: RequestInit): Promise<Response> =>
    Promise.resolve(app.request(path, init));
  return {
    ...{ app, options, db },
    pass: (ms) => void (now += ms),
    send: (body, headers = {}) => at("/v1/reports", { method: "POST", body, headers }),
    ask: (query) =>
      at(`/v1/estimates?${new URLSearchParams(query).toString()}`, {
        headers: { Authorization: "Bearer secret" },
      }),
    browse: (path, headers = {}) =>
      at(path, { headers: { Cookie: "heimspiel_dashboard=browser", ...headers } }),
  };
}

/** Counts reports at `noon`, all at once; fails unless each counts. */
export async function countAll(db: Database, bodies: readonly string[]): Promise<void> {
  const batch = bodies.map((body) => validate(body, noon));
  const outcomes = await commit(db, batch, dayOf(noon));
  if (outcomes.some((outcome) => outcome !== "counted")) throw new Error("not every report was counted");
}
