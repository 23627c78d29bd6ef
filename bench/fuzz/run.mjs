/**
 * Random attributes, conditions and manifests, in Chromium: nothing may reach the page, and no page view may take long.
 * Run: `node bench/fuzz/run.mjs [page views] [first seed]`
 */
import { createServer } from "node:http";
import { bundle, isolated, launch } from "../browser.mjs";
import { median, quantile } from "../statistics.mjs";

const [count = 10_000, first = 1] = process.argv.slice(2).map(Number);
const server = createServer((_, response) => {
  response
    .writeHead(200, { "content-type": "text/html", ...isolated })
    .end("<!doctype html><title>Shop</title><body>");
}).listen(0);
const browser = await launch();
const page = await browser.newPage();
await page.goto(`http://localhost:${server.address().port}/`);
await page.addScriptTag({ content: await bundle("fuzz/page.mjs") });
const { thrown, times } = await page.evaluate(([from, to]) => window.bench.run(from, to), [first, count]);
const each = times.map(([time]) => time);
const slow = times.filter(([time]) => time > 5);
const again = [];
for (const [, seed] of slow) again.push([await page.evaluate((one) => window.bench.again(one), seed), seed]);
await browser.close();
server.close();

const worst = again.sort((a, b) => b[0] - a[0])[0];
const problems = thrown.slice(0, 10).map((text) => `\n  ${text}`);
console.log(`${count} page views: ${thrown.length} exceptions${problems.join("")}`);
console.log(
  `ms: median ${median(each).toFixed(3)}, 99 % ${quantile(each, 0.99).toFixed(3)}, most ${Math.max(...each).toFixed(1)}`,
);
console.log(
  `over 5 ms, what else the machine does included: ${slow.length}; of these, the best of five visits: ${
    worst ? `at most ${worst[0].toFixed(2)} ms (seed ${worst[1]})` : "none"
  }`,
);
if (thrown.length > 0 || (worst && worst[0] > 5)) process.exitCode = 1;
