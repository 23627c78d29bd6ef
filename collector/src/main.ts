import { randomBytes } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { destination, pino } from "pino";
import { Worker } from "node:worker_threads";
import { Failure, run } from "./cli/index.js";
import { counterIn } from "./ingest/index.js";

// Logs go to stderr, so that stdout says only what the operator or a parent process wants to read. No request is
// ever given to the log, so it has no address, body or agent to show.
const log = pino({ base: null }, destination({ dest: 2, sync: true }));

async function* withNewlines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

const stopSignals = ["SIGTERM", "SIGINT"];

try {
  await run(process.argv.slice(2), {
    clock: Date.now,
    newToken: () => randomBytes(24).toString("base64url"),
    log,
    env: process.env,
    startCounter: (database) =>
      counterIn(
        new Worker(new URL("./count-worker.js", import.meta.url), {
          workerData: database,
          // What waits for its commit is young for longer than usual.
          resourceLimits: { maxYoungGenerationSizeMb: 64 },
        }),
      ),
    print: (line) => void process.stdout.write(`${line}\n`),
    pour: (lines) => pipeline(withNewlines(lines), process.stdout, { end: false }),
    onStop: (stop) => {
      const once = (signal: string): void => {
        // The second signal finds nobody listening, and ends the process at once.
        for (const each of stopSignals) process.off(each, once);
        stop(signal);
      };
      for (const signal of stopSignals) process.on(signal, once);
    },
  });
} catch (error) {
  if (error instanceof Failure) process.stderr.write(`heimspiel-collector: ${error.message}\n`);
  else log.fatal({ err: error }, "the collector failed");
  // A server that is already listening would keep the process alive.
  process.exit(1);
}
