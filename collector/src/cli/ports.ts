import type { Counter } from "../ingest/index.js";
import type { CollectorLog } from "../routes/index.js";

/** What the command line needs of the outside world. */
export interface Ports {
  /** ms since 1970. */
  readonly clock: () => number;
  readonly newToken: () => string;
  readonly log: CollectorLog;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Starts what counts reports in a database that is migrated, by its address. */
  readonly startCounter: (database: string) => Counter;
  /** One line for the reader, or the program, at the other end. */
  readonly print: (line: string) => void;
  /** Many lines, no faster than the other end takes them. */
  readonly pour: (lines: AsyncIterable<string>) => Promise<void>;
  /** Calls back once when the process is asked to stop. */
  readonly onStop: (stop: (signal: string) => void) => void;
}
