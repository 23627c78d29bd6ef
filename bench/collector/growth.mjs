/**
 * How large the database gets: the same questions and ten days, with ever more reports. In one process, with a clock
 * that runs ahead.
 * Run: `node bench/collector/growth.mjs [reports at most]`
 */
import { join } from "node:path";
import { bundleAll, temporaryFolder } from "./servers.mjs";

const [most = 1_000_000] = process.argv.slice(2).map(Number);
const bundle = await bundleAll();
const folder = temporaryFolder();
const { grow } = await import(bundle.path("grow.mjs"));
const rows = [];
for (let reports = most / 100; reports <= most; reports *= 10) {
  rows.push(await grow(join(folder.path, `${reports}.sqlite`), reports));
}
console.table(rows);
folder.remove();
bundle.remove();
process.exitCode = new Set(rows.map((row) => row["kB without"])).size > 1 ? 1 : 0;
