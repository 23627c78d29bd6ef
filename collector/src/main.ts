import { randomBytes } from "node:crypto";
import { destination, pino } from "pino";
import { Failure, run } from "./cli/index.js";

// Logs go to stderr, so that stdout says only what the operator or a parent process wants to read. No request is
// ever given to the log, so it has no address, body or agent to show.
const log = pino({ base: null }, destination({ dest: 2, sync: true }));

try {
  await run(process.argv.slice(2), {
    clock: Date.now,
    newToken: () => randomBytes(24).toString("base64url"),
    log,
    print: (line) => void process.stdout.write(`${line}\n`),
    onStop: (stop) => {
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);
    },
  });
} catch (error) {
  if (error instanceof Failure) process.stderr.write(`heimspiel-collector: ${error.message}\n`);
  else log.fatal({ err: error }, "the collector failed");
  // A server that is already listening would keep the process alive.
  process.exit(1);
}
