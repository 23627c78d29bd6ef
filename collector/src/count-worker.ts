import { parentPort, workerData } from "node:worker_threads";
import { reasonOf } from "./cli/failure.js";
import { count, serveCounter } from "./ingest/index.js";
import { openAsIs } from "./store/index.js";

// The thread that `serve` starts: it has a connection of its own to a database that is open and migrated.
const db = openAsIs(workerData as string);
if (parentPort)
  serveCounter(
    parentPort,
    { count: (bodies, now) => count(db, bodies, now), stop: () => db.destroy() },
    reasonOf,
  );
