/**
 * What it costs to fold one signal and to decide a page of 20 slots with 5 variants again, in Chromium, beside the
 * GrowthBook SDK evaluating the same conditions on the same facts.
 * Run: `node bench/decide/run.mjs [page loads] [rounds]`
 */
import { createServer } from "node:http";
import { bundle, isolated, launch } from "../browser.mjs";
import { bootstrap, median, quantile } from "../statistics.mjs";

const [loads = 12, rounds = 60] = process.argv.slice(2).map(Number);
const { slots } = await import(
  `data:text/javascript,${encodeURIComponent(await bundle("decide/shop.mjs", "esm"))}`
);

const slotOf = (conditions, i) => `<section data-heim-slot="slot-${i}"><p>Default of slot ${i}</p>
${conditions.map((when, v) => `<template data-heim-variant="v${v}" data-heim-when="${when}"><p>Variant ${v}</p></template>`).join("\n")}
</section>`;
// below the fold, where a slot may change whenever something is learned
const page = `<!doctype html><meta charset="utf-8"><title>Shop</title><style>header { height: 200vh }</style>
<header></header>${slots.map(slotOf).join("\n")}<script src="/bench.js"></script>`;
const script = await bundle("decide/page.mjs");

const server = createServer(({ url }, response) => {
  const [type, body] = url === "/bench.js" ? ["text/javascript", script] : ["text/html", page];
  response.writeHead(200, { "content-type": type, ...isolated }).end(body);
});
await new Promise((resolve) => server.listen(0, "localhost", resolve));
const browser = await launch();
const results = [];
for (let load = 0; load < loads; load += 1) {
  const tab = await browser.newPage();
  tab.on("pageerror", (error) => console.error(error));
  await tab.goto(`http://localhost:${server.address().port}/topic-3/shoes`);
  results.push(
    await tab.evaluate(async (count) => {
      const { bench } = globalThis;
      const prepared = await bench.setUp();
      return { figures: prepared.figures, times: await bench.measure(prepared, count) };
    }, rounds),
  );
  await tab.close();
}
const version = browser.version();
await browser.close();
server.close();

const names = Object.keys(results[0].times);
/** One for each page load, since the same load's rounds are more alike than those of another. */
const medians = (name) => results.map(({ times }) => median(times[name]));
const ratio = (one, other) => {
  const [ones, others] = [medians(one), medians(other)];
  const { median: middle, low, high } = bootstrap(ones.map((value, i) => value / others[i]));
  return `${middle.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
};
const { topics, held, changes, ...size } = results[0].figures;
console.log(`Chromium ${version}, ${loads} page loads, ${rounds} rounds each; ${JSON.stringify(size)}`);
console.log(
  `profiles of ${topics.join(" and ")} topics; ${(100 * held).toFixed(0)} % of the conditions hold, all answers alike`,
);
console.log(`a signal changes what ${changes.toFixed(2)} slots show`);
const microseconds = (ms) => Number((1000 * ms).toFixed(2));
console.table(
  Object.fromEntries(
    names.map((name) => {
      const all = results.flatMap(({ times }) => times[name]);
      return [
        name,
        { "median µs": microseconds(median(medians(name))), "p95 µs": microseconds(quantile(all, 0.95)) },
      ];
    }),
  ),
);
console.table({
  "signal folded, page decided again : GrowthBook's features": ratio("whole", "growthBook"),
  "GrowthBook's features : 20 slots decided": ratio("growthBook", "decide"),
  "evalCondition : conditions alone": ratio("evalCondition", "tests"),
  "profile of 50 topics : of 5": ratio("50 topics", "5 topics"),
});
