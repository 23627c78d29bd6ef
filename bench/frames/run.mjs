/**
 * What a returning visitor sees of a page, frame by frame, and what it costs, beside the same page without the script and
 * with GrowthBook's.
 * Run, after `npm run build`: `node bench/frames/run.mjs [runs] [words of a condition's name]`
 */
import { launch } from "../browser.mjs";
import { decideOnce } from "./many-slots.mjs";
import { bytes, heads } from "./pages.mjs";
import { costsOf, failuresOf, manySlotsOf, sizeOf, tableOf } from "./report.mjs";
import { serve } from "./server.mjs";
import { contextOf, visit } from "./visit.mjs";

const [runs = "30", ...words] = process.argv.slice(2);
/** `FRAMES_WAYS=static,boot` leaves out the others. */
const wanted = process.env.FRAMES_WAYS?.split(",");
const names = Object.keys(heads).filter((name) => wanted?.includes(name) ?? true);

const conditions = [1, 4]
  .flatMap((rate) => ["unthrottled", "slow 4G"].map((network) => ({ rate, network })))
  .flatMap((one) => ["cold", "warm"].map((cache) => ({ ...one, cache })))
  .flatMap((one) => ["whole", "streamed"].map((delivery) => ({ ...one, delivery })))
  .map((one) => ({ ...one, name: `${one.rate}× ${one.network} ${one.cache} ${one.delivery}` }))
  .filter(({ name }) => words.every((word) => name.includes(word)));

const { url, close } = await serve();
const browser = await launch();
const context = await contextOf(browser);

/** The ways take turns, each run in another order. The first turn fills the caches and is not counted. */
async function measure(condition, ways = names.map((head) => ({ name: head, head }))) {
  const results = Object.fromEntries(ways.map(({ name }) => [name, []]));
  for (let run = 0; run <= Number(runs); run += 1) {
    for (const [turn] of ways.entries()) {
      const { name, ...way } = ways[(run + turn) % ways.length];
      const figures = await visit(context, { url, ...condition, ...way });
      if (run) results[name].push(figures);
    }
  }
  return results;
}

console.log(`Chromium ${browser.version()}, ${runs} runs of each; medians, ms`);
const failures = [];
for (const condition of conditions) {
  const results = await measure(condition);
  console.log(`\n${condition.name}`);
  console.table(tableOf(results));
  console.table(costsOf(results));
  failures.push(...failuresOf(results).map((failure) => `${condition.name}: ${failure}`));
}

if (!words.length) {
  const ways = Object.entries({ few: 500, many: 5000 }).map(([name, elements]) => ({
    name,
    head: "boot",
    elements,
  }));
  for (const delivery of ["whole", "streamed"]) {
    const condition = { rate: 1, network: "unthrottled", cache: "warm", delivery };
    console.log(`\n5,000 elements : 500, 1×, ${delivery}`);
    console.table(sizeOf(await measure(condition, ways)));
  }

  const loads = [];
  for (let load = 0; load < Number(runs); load += 1) loads.push(await decideOnce(context, url));
  console.log("\n20 slots of 5 variants, for the first time in a page, 1×");
  console.table(manySlotsOf(loads));
  console.log("\nbytes, gzipped");
  console.table(bytes);
}

await browser.close();
close();
for (const failure of failures) console.error(failure);
process.exitCode = failures.length ? 1 : 0;
