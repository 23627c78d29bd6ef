import { bePatient, expect, fixRandomness, test, type Page } from "../support/fixtures.js";
import { accept, address, goHome, hide, readRecord, viewBoots } from "../support/journey.js";
import { breaches, reportsOf } from "../support/promises.js";
import { record, type Recording } from "../support/recording.js";

/** The whole journey under observation, from the first page to the report. */
async function observedJourney(page: Page, shop: { url: string }): Promise<Recording> {
  const recording = record(page.context());
  await page.goto(address(shop, "/en/", "manual"));
  await expect(page.locator("[data-heim-slot=home-hero]")).toHaveAttribute("data-heim-state", "no-consent");
  await page.waitForLoadState("networkidle");
  await recording.look(page, "before consent");
  recording.granted();
  await accept(page, "manual");
  await viewBoots(page);
  await recording.look(page, "after three pages");
  await goHome(page);
  await expect(page.locator("[data-heim-slot=home-hero]")).toHaveAttribute("data-heim-state", "personalized");
  await page.locator("[data-heim-slot=home-hero] a").first().hover();
  const sent = page.waitForRequest(/v1\/reports/);
  await expect
    .poll(async () => {
      const state = (await page.evaluate(readRecord, "state")) as { visit?: { slots: object } } | undefined;
      await hide(page);
      return Object.keys(state?.visit?.slots ?? {}).length;
    })
    .toBeGreaterThan(0);
  await (await sent).response();
  await recording.look(page, "after the report");
  return recording;
}

test("storage and requests of a whole journey keep the promises", async ({ page, shop }) => {
  const recording = await observedJourney(page, shop);
  const state = (await page.evaluate(readRecord, "state")) as { memory: { seed: string } };
  expect(breaches(recording, shop.url, [state.memory.seed])).toEqual([]);
  expect(reportsOf(recording).length).toBeGreaterThan(0);
  expect(recording.stored.at(-1)?.what.databases).toEqual(["heimspiel"]);
});

const sabotage: [string, () => void, RegExp][] = [
  ["a cookie", () => void (document.cookie = "visitor=42"), /cookie visitor/],
  ["localStorage", () => localStorage.setItem("heimspiel-id", "42"), /localStorage heimspiel-id/],
  ["a database before consent", () => void indexedDB.open("visitors"), /database visitors before a grant/],
  [
    "a request before consent",
    () => void fetch("/hello", { method: "POST" }),
    /POST \/hello: before a grant/,
  ],
  [
    "an identifier in the report",
    () => {
      const send = window.fetch;
      window.fetch = (url, init) =>
        send(
          url,
          init?.body ? { ...init, body: (init.body as string).replace('"v":1', '"v":1,"visitor":42') } : init,
        );
    },
    /report: keys .*visitor/,
  ],
  [
    "a header with the report",
    () => {
      const send = window.fetch;
      window.fetch = (url, init) => send(url, { ...init, headers: { "x-visitor": "42" } });
    },
    /report: header x-visitor/,
  ],
];

for (const [name, script, breach] of sabotage) {
  test(`the recording notices ${name}`, async ({ page, shop }) => {
    await page.addInitScript(script);
    const recording = await observedJourney(page, shop);
    expect(breaches(recording, shop.url).join("\n")).toMatch(breach);
  });
}

interface Report {
  id: string;
  answers: { q: string; a: string; arm?: number }[];
}

/** A report without what is random by design: its id, which questions the budget was drawn for, and the answers. */
function common(body: string): unknown {
  const { id, answers: _, ...rest } = JSON.parse(body) as Report;
  return { ...rest, pad: 0, idLength: id.length, bodyLength: body.length };
}

test("two devices that do the same send the same, but for the random part", async ({ browser, shop }) => {
  const reports: string[][] = [];
  const headers: string[] = [];
  for (const [locale, seed] of [
    ["en-GB", 7],
    ["en-US", 8],
  ] as const) {
    const context = await browser.newContext({ locale });
    await context.addInitScript(fixRandomness, seed);
    await context.addInitScript(bePatient);
    const recording = await observedJourney(await context.newPage(), shop);
    reports.push(reportsOf(recording));
    const sent = recording.sent.find(({ url }) => url.endsWith("/v1/reports"));
    headers.push(
      Object.keys(sent?.headers ?? {})
        .sort()
        .join(),
    );
    await context.close();
  }
  const [first, second] = reports as [string[], string[]];
  expect(first.map(common)).toEqual(second.map(common));
  expect(headers[0]).toBe(headers[1]);
  const ids = [...first, ...second].map((body) => (JSON.parse(body) as Report).id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("in strict mode IndexedDB is not even looked at before a grant", async ({ page, shop }) => {
  await page.addInitScript(() => {
    const calls: string[] = [];
    for (const verb of ["open", "deleteDatabase", "databases"] as const) {
      const real = IDBFactory.prototype[verb] as (...args: unknown[]) => unknown;
      Object.defineProperty(IDBFactory.prototype, verb, {
        value(this: IDBFactory, ...args: unknown[]) {
          calls.push(verb);
          return real.apply(this, args);
        },
      });
    }
    Object.assign(window, { calls });
  });
  await page.route("**/en/?cmp=manual", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html
      .replace(/<script>[^]*?<\/script>/, "")
      .replace("data-site=", 'data-consent="strict" data-site=');
    await route.fulfill({ response, body });
  });
  const calls = () => page.evaluate(() => (window as unknown as { calls: string[] }).calls);
  await page.goto(address(shop, "/en/", "manual"));
  await page.waitForLoadState("networkidle");
  expect(await calls()).toEqual([]);
  await page.locator("[data-choice=granted]").click();
  await expect.poll(calls).toContain("open");
});
