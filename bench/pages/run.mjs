/**
 * How saved public pages are read in Chromium: faults, topics, and how long a slice of idle time takes, at the machine's
 * own speed and at a processor four times slowed. The pages are in the folder `pages` of SHARED_DATA.
 * Run: `node bench/pages/run.mjs [page loads]`
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { bundle, isolated, launch } from "../browser.mjs";
import { median } from "../statistics.mjs";
import { agreement, carriesData, topicsOf } from "./agreement.mjs";

const loads = Number(process.argv[2] ?? 5);
const root = resolve(import.meta.dirname, "../..");
const folder = resolve(root, process.env.SHARED_DATA ?? "../shared/data", "pages");
if (!existsSync(folder)) {
  console.warn(`skipped: no saved pages in ${folder}`);
  process.exit();
}
const pages = readdirSync(folder)
  .filter((name) => name.endsWith(".html"))
  .map((name) => ({ name, html: readFileSync(resolve(folder, name), "utf8") }));

const canonical = /<link[^>]+rel=["']?canonical\b[^>]*>/i;
const addressOf = (html) => {
  const href = canonical.exec(html)?.[0].match(/href=["']?([^"'\s>]+)/i)?.[1] ?? "";
  return new URL(href.replaceAll("&amp;", "&"), "https://saved.example/").href;
};

const script = await bundle("pages/page.mjs");
const browser = await launch();

/** A tab with the page at its own address: nothing but its HTML is loaded, and none of its scripts run. */
async function open({ html }, rate) {
  const tab = await browser.newPage();
  // evaluate() needs 'unsafe-eval'
  const policy = { "content-security-policy": "script-src 'unsafe-eval'" };
  const headers = { ...isolated, ...policy, "content-type": "text/html; charset=utf-8" };
  let served = false;
  await tab.route("**/*", (route) => {
    if (served) return route.abort();
    served = true;
    return route.fulfill({ headers, body: html });
  });
  await tab.addInitScript(`${script};globalThis.bench = bench`);
  const session = await tab.context().newCDPSession(tab);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  await tab.goto(addressOf(html));
  return tab;
}

/** Processor time of the idle callbacks since `startTracing`, ms: what other programs take from this one is not in it. */
async function processorTimes() {
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const slices = traceEvents.filter(({ name }) => name === "FireIdleCallback");
  return slices.sort((a, b) => a.ts - b.ts).map(({ tdur }) => tdur / 1000);
}

/**
 * Reads a page anew, then again, then rests. What the first reading takes longer is the browser's warming up; what an empty
 * slice takes is nothing of ours.
 */
async function measure(page, rate) {
  const tab = await open(page, rate);
  const thrown = [];
  tab.on("pageerror", (error) => thrown.push(String(error)));
  await browser.startTracing(tab, { categories: ["devtools.timeline"] });
  const first = await tab.evaluate(() => globalThis.bench.read());
  const again = await tab.evaluate(() => globalThis.bench.read());
  const { length } = first.slices;
  await tab.evaluate((slices) => globalThis.bench.rest(slices), length);
  const times = await processorTimes();
  await tab.close();
  if (times.length !== 2 * length + again.slices.length)
    throw new Error(`slices are not in the trace: ${page.name}`);
  return {
    signals: first.signals,
    faults: [...first.faults, ...again.faults, ...thrown],
    slices: length,
    worst: Math.max(...times.slice(0, length)),
    again: Math.max(...times.slice(length, -length)),
    empty: Math.max(...times.slice(-length)),
    wall: Math.max(...first.slices),
  };
}

const ms = (value) => Number(value.toFixed(2));
const rows = {};
const found = {};
for (const page of pages) {
  const { name, html } = page;
  const row = (rows[name] = { kB: Math.round(html.length / 1000), faults: 0 });
  for (const rate of [1, 4]) {
    const results = [];
    for (let load = 0; load < loads; load += 1) results.push(await measure(page, rate));
    for (const fault of results.flatMap(({ faults }) => faults)) {
      console.error(`${name}: ${fault}`);
      row.faults += 1;
    }
    found[name] = results[0].signals;
    const all = (key) => results.map((result) => result[key]);
    Object.assign(row, { topics: topicsOf(found[name]).length, slices: results[0].slices });
    row[`${rate}×`] = ms(median(all("worst")));
    if (rate === 1) continue;
    row["4× max"] = ms(Math.max(...all("worst")));
    for (const key of ["again", "empty", "wall"]) row[`4× ${key}`] = ms(median(all(key)));
  }
}
console.log(`Chromium ${browser.version()}, ${loads} page loads each; worst slice, ms`);
await browser.close();
console.table(rows);

const carrying = pages.filter(({ html }) => carriesData(html));
const withTopics = carrying.filter(({ name }) => rows[name].topics > 0);
const labels = JSON.parse(readFileSync(resolve(folder, "labels.json"), "utf8"));
const { precision, recall } = agreement(found, labels);
const { name: largest } = pages.reduce((one, other) => (one.html.length >= other.html.length ? one : other));
const columns = ["4×", "4× max", "4× again", "4× empty"];
const worst = (some) => columns.map((key) => Math.max(...some.map((row) => row[key]))).join(", ");
const faults = Object.values(rows).reduce((sum, row) => sum + row.faults, 0);
console.table({
  "files, faults": `${pages.length}, ${faults}`,
  "files with structured data, with topics": `${carrying.length}, ${withTopics.length}`,
  "precision, recall": `${precision.toFixed(3)}, ${recall.toFixed(3)}`,
  "worst slice at 4×: median of a page's loads, maximum, read again, empty": worst(Object.values(rows)),
  [`the same on the largest page, ${largest}`]: worst([rows[largest]]),
});
