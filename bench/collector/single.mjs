/** The collector with a commit of its own for every report, to be measured beside the group commit. Is bundled first. */
import { createApp } from "../../collector/src/app.ts";
import { listen } from "../../collector/src/cli/listen.ts";
import { count, createBuffer } from "../../collector/src/ingest/index.ts";
import { createMetrics, directReports } from "../../collector/src/routes/index.ts";
import { openDatabase, writeSite } from "../../collector/src/store/index.ts";

const log = { error: console.error, warn: console.error, info() {} };
const db = await openDatabase(process.argv[2]);
await writeSite(db, { name: "outdoor", origins: ["https://shop.example"] });
const metrics = createMetrics();
const buffer = createBuffer({
  commit: metrics.timed((batch) => count(db, batch, Date.now())),
  batchAtMost: 1,
});
const ports = { clock: Date.now, newToken: () => "", allow: () => true };
const options = { ...ports, db, buffer, metrics, log };
const direct = directReports(options);
const { port } = await listen(createApp(options), { port: 0, host: "127.0.0.1", direct });
console.log(`listening http://127.0.0.1:${port}`);
