import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { createApp } from "../app.js";
import { commit, createBuffer, dayOf } from "../ingest/index.js";
import { createLimiter, isLoopback, networkOf } from "../routes/index.js";
import { prune, type Database } from "../store/index.js";
import { openDatabase } from "./database.js";
import type { Flags } from "./flags.js";
import { listen } from "./listen.js";
import type { Ports } from "./ports.js";
import { saveSite } from "./site.js";
import { greet } from "./token.js";

const defaultPerMinute = 600;
const hourMs = 3_600_000;

/** `serve`: takes reports and shows results until the process is asked to stop; then stores what is under way. */
export async function serve(flags: Flags, ports: Ports): Promise<void> {
  const { clock, log, print } = ports;
  const db = await openDatabase(flags);
  if (flags.site !== undefined)
    await saveSite(db, flags.site, { flags, print: (line) => log.warn({}, line) });
  await prune(db, dayOf(clock()));
  const buffer = createBuffer({ commit: (batch) => commit(db, batch, dayOf(clock())) });
  const app = createApp({ ...ports, db, buffer, origins: flags.origins, allow: allowFrom(flags, clock) });
  const listening = await listen(app, flags);
  const greeting = await greet(db, `http://localhost:${listening.port}`, { flags, ports });
  print(`listening http://${urlHost(flags.host)}:${listening.port}`);
  if (flags.port !== 0 && listening.port !== flags.port)
    print(`port ${flags.port} is taken, using ${listening.port}`);
  greeting.forEach(print);
  log.info({ port: listening.port, database: flags.database }, "started");
  const stopPruning = pruneHourly(db, ports);
  const signal = await new Promise<string>((resolve) => ports.onStop(resolve));
  log.info({ signal }, "stopping");
  stopPruning();
  await listening.close();
  await buffer.close();
  await db.destroy();
  log.info({}, "stopped");
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

function pruneHourly(db: Database, { clock, log }: Ports): () => void {
  const timer = setInterval(() => {
    prune(db, dayOf(clock())).catch((error: unknown) =>
      log.error(
        { error: error instanceof Error ? error.message : "unknown" },
        "old rows could not be removed",
      ),
    );
  }, hourMs);
  return () => clearInterval(timer);
}
