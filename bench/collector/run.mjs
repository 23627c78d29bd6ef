/**
 * Reports a second and memory of the collector, on both databases, in one process and in several, beside an endpoint
 * that only parses the same body and beside one commit for every report. All take turns in one run.
 * Run: `node bench/collector/run.mjs [rounds] [seconds a turn] [connections] [depth] [only those that match]`
 * The depth is how many requests each connection has under way: one, as browsers and proxies have. More cost the load
 * generator less, and all servers too. To what they are compared always takes its turn.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bootstrap, median } from "../statistics.mjs";
import { bundleAll, start, temporaryFolder, usage } from "./servers.mjs";

const [rounds = 5, seconds = 4, connections = 1024, depth = 1] = process.argv.slice(2, 6).map(Number);
const only = new RegExp(process.argv[6] ?? "");
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const bundle = await bundleAll();
const folder = temporaryFolder();
const { startPostgres } = await import(bundle.path("postgres.mjs"));
const postgres = await startPostgres();
const site = ["--site", "outdoor", "--origin", "https://shop.example"];
const serve = (database) => [bundle.path("main.js"), "serve", "--port", "0", "--database", database, ...site];
const file = (name) => join(folder.path, `${name}.sqlite`);
const [one, three, single] = [
  await postgres.newDatabase(),
  await postgres.newDatabase(),
  await postgres.newDatabase(),
];

const commands = {
  "load generator's own ceiling": [[here("sink.mjs")]],
  "bare endpoint": [[here("bare.mjs")]],
  SQLite: [serve(file("group"))],
  "SQLite, a commit a report": [[bundle.path("single.mjs"), file("single")]],
  PostgreSQL: [serve(one)],
  "PostgreSQL, three processes": [serve(three), serve(three), serve(three)],
  "PostgreSQL, a commit a report": [[bundle.path("single.mjs"), single]],
};

let sender = 0;
async function load(ports, crowd) {
  const order = { ports, seconds, ...crowd, sender: sender++ };
  const child = spawn(process.execPath, [here("load.mjs"), JSON.stringify(order)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output] = await Promise.all([child.stdout.toArray(), once(child, "exit")]);
  return JSON.parse(Buffer.concat(output).toString());
}

const sum = (values) => values.reduce((total, value) => total + value, 0);
const servers = {};
for (const [name, all] of Object.entries(commands)) {
  if (name !== "bare endpoint" && !only.test(name)) continue;
  servers[name] = { processes: [], turns: [] };
  for (const args of all) servers[name].processes.push(await start(args));
}
for (let round = 0; round < rounds; round++) {
  for (const [name, { processes, turns }] of Object.entries(servers)) {
    const cpu = () => sum(processes.map(({ pid }) => usage(pid).cpu));
    const before = cpu();
    const turn = await load(
      processes.map(({ port }) => port),
      // Where each waits for its own commit, a crowd would only have to be waited for after the turn.
      name.endsWith("a commit a report") ? { connections: 16, depth: 1 } : { connections, depth },
    );
    turns.push({ ...turn, microseconds: (1e6 * (cpu() - before)) / turn.sent });
  }
}

const perSecond = (name) => servers[name].turns.map((turn) => turn.perSecond);
const failed = Object.entries(servers).filter(([, { turns }]) =>
  turns.some(({ statuses }) => Object.keys(statuses).some((status) => status !== "204")),
);
console.log(
  `${rounds} rounds of ${seconds} s; ${connections} connections with ${depth} requests each under way`,
);
console.table(
  Object.fromEntries(
    Object.entries(servers).map(([name, { processes, turns }]) => [
      name,
      {
        "reports a second": Math.round(median(perSecond(name))),
        "to the bare endpoint": ratio(perSecond(name), perSecond("bare endpoint")),
        "server's µs a report": Math.round(median(turns.map(({ microseconds }) => microseconds))),
        "memory MB": Math.round(sum(processes.map(({ pid }) => usage(pid).memory))),
        "load generator busy": `${Math.round(100 * median(turns.map(({ busy }) => busy)))} %`,
      },
    ]),
  ),
);

function ratio(ones, others) {
  const { median: middle, low, high } = bootstrap(ones.map((value, round) => value / others[round]));
  return `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

for (const { processes } of Object.values(servers)) await Promise.all(processes.map(({ stop }) => stop()));
await postgres.stop();
folder.remove();
bundle.remove();
for (const [name] of failed) console.error(`${name}: not all reports were taken`);
process.exitCode = failed.length > 0 ? 1 : 0;
