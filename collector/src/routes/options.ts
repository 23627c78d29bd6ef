import type { Buffer } from "../ingest/index.js";
import type { Database } from "../store/index.js";
import type { Metrics } from "./metrics.js";

/** What the collector logs with; never given an address, a body or a query. */
export interface CollectorLog {
  error(details: Record<string, unknown>, message: string): void;
  warn(details: Record<string, unknown>, message: string): void;
  info(details: Record<string, unknown>, message: string): void;
}

/** What is known of a request's sender; a Hono context is one. */
export interface Sender {
  readonly req: { header(name: string): string | undefined };
  /** Bindings of the server that listens; Node's are `HttpBindings`. */
  readonly env: unknown;
}

/** What the routes need of the outside world. */
export interface AppOptions {
  readonly db: Database;
  readonly buffer: Buffer;
  readonly metrics: Metrics;
  /** ms since 1970. */
  readonly clock: () => number;
  /** A new random token, url-safe. */
  readonly newToken: () => string;
  readonly log: CollectorLog;
  /** Whether the sender of the request may send once more. */
  readonly allow: (sender: Sender) => boolean;
  /** Whether the collector is about to end; it is not ready then. */
  readonly stopping?: () => boolean;
  /** Origins allowed beside those of the sites. */
  readonly origins?: readonly string[];
}
