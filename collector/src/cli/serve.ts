import type { HttpBindings } from "@hono/node-server";
import { createApp } from "../app.js";
import { createBuffer, dayOf, type Counter, type Outcome } from "../ingest/index.js";
import {
  createLimiter,
  createMetrics,
  directReports,
  isLoopback,
  networkOf,
  type Sender,
} from "../routes/index.js";
import { prune, publicName } from "../store/index.js";
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
  const counter = ports.startCounter(flags.database);
  const buffer = createBuffer({
    commit: metrics.timed((batch: readonly string[]) => store(batch, { counter, ...ports })),
    // While one is written, the other is read.
    atOnce: 2,
  });
  let stopping = false;
  const options = {
    ...{ ...ports, db, buffer, metrics, origins: flags.origins, allow: allowFrom(flags, clock) },
    stopping: () => stopping,
  };
  const listening = await listen(createApp(options), { ...flags, direct: directReports(options) });
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
  await counter.stop();
  await db.destroy();
  log.info({}, "stopped");
}

async function store(
  batch: readonly string[],
  { counter, clock, log }: Pick<Ports, "clock" | "log"> & { counter: Counter },
): Promise<Outcome[]> {
  try {
    return await counter.count(batch, clock());
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
function allowFrom({ limit, trustProxy }: Flags, clock: () => number): (sender: Sender) => boolean {
  const limiter = createLimiter(limit ?? defaultPerMinute, clock);
  return ({ req, env }) => {
    if (limit === 0) return true;
    const forwarded = trustProxy ? req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() : undefined;
    const address = forwarded ?? (env as HttpBindings).incoming.socket.remoteAddress ?? "";
    return (limit === undefined && isLoopback(address)) || limiter.allow(networkOf(address));
  };
}
