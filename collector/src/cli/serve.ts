import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { createApp } from "../app.js";
import { commit, createBuffer, dayOf, type Incoming, type Outcome } from "../ingest/index.js";
import { createLimiter, createMetrics, isLoopback, networkOf } from "../routes/index.js";
import { prune, publicName, type Database } from "../store/index.js";
import { openDatabase } from "./database.js";
import { reasonOf } from "./failure.js";
import type { Flags } from "./flags.js";
import { listen } from "./listen.js";
import type { Ports } from "./ports.js";
import { pruneHourly } from "./prune-hourly.js";
import { saveSite } from "./site.js";
import { greet } from "./token.js";

const defaultPerMinute = 600;

/** `serve`: takes reports and shows results until the process is asked to stop; then stores what is under way. */
export async function serve(flags: Flags, ports: Ports): Promise<void> {
  const { clock, log, print } = ports;
  const db = await openDatabase(flags);
  if (flags.site !== undefined)
    await saveSite(db, flags.site, { flags, print: (line) => log.warn({}, line) });
  await prune(db, dayOf(clock()));
  const metrics = createMetrics();
  const buffer = createBuffer({ commit: metrics.timed((batch) => store(batch, { db, ...ports })) });
  let stopping = false;
  const app = createApp({
    ...{ ...ports, db, buffer, metrics, origins: flags.origins, allow: allowFrom(flags, clock) },
    stopping: () => stopping,
  });
  const listening = await listen(app, flags);
  const greeting = await greet(db, `http://localhost:${listening.port}`, { flags, ports });
  print(`listening http://${urlHost(flags.host)}:${listening.port}`);
  if (flags.port !== 0 && listening.port !== flags.port)
    print(`port ${flags.port} is taken, using ${listening.port}`);
  greeting.forEach(print);
  log.info({ port: listening.port, database: publicName(flags.database) }, "started");
  const stopPruning = pruneHourly((day) => prune(db, day), ports);
  const signal = await new Promise<string>((resolve) => ports.onStop(resolve));
  log.info({ signal }, "stopping");
  stopping = true;
  stopPruning();
  await listening.close();
  await buffer.close();
  await db.destroy();
  log.info({}, "stopped");
}

async function store(
  batch: readonly Incoming[],
  { db, clock, log }: Pick<Ports, "clock" | "log"> & { db: Database },
): Promise<Outcome[]> {
  try {
    return await commit(db, batch, dayOf(clock()));
  } catch (cause) {
    log.error({ error: reasonOf(cause), reports: batch.length }, "a batch could not be stored");
    throw cause;
  }
}

function urlHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/**
 * Who may send. A request from this machine itself comes from a test or a proxy: limiting it would limit everybody
 * behind the proxy together, so it is limited only when asked for.
 */
function allowFrom({ limit, trustProxy }: Flags, clock: () => number): (context: Context) => boolean {
  const limiter = createLimiter(limit ?? defaultPerMinute, clock);
  return (context) => {
    if (limit === 0) return true;
    const forwarded = trustProxy
      ? context.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim()
      : undefined;
    const address = forwarded ?? getConnInfo(context).remote.address ?? "";
    return (limit === undefined && isLoopback(address)) || limiter.allow(networkOf(address));
  };
}
