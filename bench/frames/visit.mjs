/** One page load of the returning visitor, and all that is measured of it. */
import { collect, countDefault, watchFrames } from "./record.mjs";
import { categories, readTrace } from "./trace.mjs";
import { recordsOf, remember } from "./visitor.mjs";

/** Lighthouse's slow 4G: latency in ms, bytes a second. */
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_638_400 / 8,
  uploadThroughput: 768_000 / 8,
};

/** Fewer points of a scaled-down picture are an artefact of its compression; a slot has tens of times as many. */
const artefact = 20;

/** A tab of a shop's page before, on a device that remembers the visitor. */
async function arrive(context, { url, cache, rate, network }) {
  const tab = await context.newPage();
  const failures = [];
  tab.on("pageerror", (error) => failures.push(String(error)));
  tab.on("console", (message) => failures.push(message.text()));
  const session = await context.newCDPSession(tab);
  await session.send("Network.enable");
  await tab.goto(`${url}/entry`);
  await tab.evaluate(remember, recordsOf(Date.now()));
  if (cache === "cold") await session.send("Network.clearBrowserCache");
  if (network === "slow 4G") await session.send("Network.emulateNetworkConditions", slow4g);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
  return { tab, failures };
}

/** Does what a visitor does, so that the handlers run, then leaves. */
async function leave(tab, url) {
  await tab.mouse.click(640, 5);
  await tab.mouse.wheel(0, 400);
  await tab.keyboard.press("a");
  await tab.goto(`${url}/entry`);
}

/** When the slots' last content was painted: the first slot's, and that of all. */
function paintsOf({ painted }) {
  const times = [1, 2, 3].map((slot) => painted[`variant-${slot}`] ?? painted[`default-${slot}`]);
  return { first: times[0], all: Math.max(...times) };
}

/** @returns figures of the load; times in ms */
export async function visit(context, load) {
  const { url, head, elements = 500, delivery } = load;
  const { tab, failures } = await arrive(context, load);
  const browser = context.browser();
  await browser.startTracing(tab, { categories });
  const query = new URLSearchParams({ head, elements, delivery });
  await tab.goto(`${url}/page?${query}`, { waitUntil: "networkidle" });
  const noted = await tab.evaluate(collect);
  const paints = paintsOf(noted);
  await leave(tab, url);
  const trace = String(await browser.stopTracing());
  const { screenshots, ...costs } = readTrace(trace, { ...noted, ...paints });
  const points = await tab.evaluate(countDefault, [...new Set(screenshots)]);
  await tab.close();
  if (failures.length) throw new Error(`${head}: ${failures.join(", ")}`);
  return {
    ...noted,
    ...paints,
    ...costs,
    defaultPictures: points.filter((count) => count > artefact).length,
  };
}

/** A context in which every page is recorded from its first frame. */
export async function contextOf(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  await context.addInitScript(watchFrames);
  return context;
}
