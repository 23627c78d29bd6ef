import { startCollector } from "../support/collector.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { accept, address, buy, goHome, hide, readRecord, viewBoots } from "../support/journey.js";

interface Report {
  answers: { q: string; eps: number; cells: number; a: string }[];
}
interface Sent {
  date: string;
  question: string;
  said: string;
  epsilon: number;
  meaning: string;
  waits: boolean;
}
interface Client {
  sent(): Promise<Sent[]>;
  export(): Promise<{ statistics?: { said: unknown[] } }>;
  erase(): Promise<void>;
}

/** Asks the client of the page, once it runs. */
async function sent(page: Page): Promise<Sent[]> {
  await page.waitForFunction(() => "sent" in ((window as { heimspiel?: object }).heimspiel ?? {}));
  return page.evaluate(() => (window as unknown as { heimspiel: Client }).heimspiel.sent());
}

/** What a visit is asked costs so little that all of it is paid for, and it is asked of one slot. */
async function askCheaply(page: Page, shop: Shop): Promise<void> {
  // Read once: a page that is left while it asks would take the answer with it.
  const manifest = (await (await fetch(`${shop.url}/heimspiel.json`)).json()) as object;
  const statistics = { slot: 1, uplift: false, topics: 1, pairs: 1 };
  await page.route("**/heimspiel.json", (route) => route.fulfill({ json: { ...manifest, statistics } }));
  await page.route(/\/(en|de)\/(\?.*)?$/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('data-heim-slot="home-tips"', "");
    await route.fulfill({ response, body });
  });
}

/** The page is hidden: what is due has left. */
async function leave(page: Page): Promise<void> {
  await hide(page);
  await expect
    .poll(
      async () =>
        ((await page.evaluate(readRecord, "statistics")) as { queue?: unknown[] } | undefined)?.queue,
    )
    .toEqual([]);
}

test("a topics answer and a late goal arrive, nothing true can be read in them, and the visitor can read them all", async ({
  page,
  shop,
}) => {
  const collector = await startCollector();
  const bodies: string[] = [];
  const statuses: number[] = [];
  await askCheaply(page, shop);
  await page.route("**/v1/reports", async (route) => {
    const body = route.request().postData() ?? "";
    const response = await fetch(`${collector.url}/v1/reports`, { method: "POST", body });
    bodies.push(body);
    statuses.push(response.status);
    await route.fulfill({ status: response.status });
  });
  const asked = (): string[] =>
    bodies.flatMap((body) => (JSON.parse(body) as Report).answers.map(({ q }) => q)).sort();

  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await viewBoots(page);
  await goHome(page);
  await expect(page.locator("[data-heim-slot=home-hero]")).toHaveAttribute("data-heim-active", "hiking");
  await expect
    .poll(async () => {
      const state = (await page.evaluate(readRecord, "state")) as { visit?: { slots: object } } | undefined;
      await hide(page);
      return Object.keys(state?.visit?.slots ?? {});
    })
    .toEqual(["home-hero"]);
  await expect.poll(asked).toEqual(["pairs", "slot:home-hero", "topics"]);

  await test.step("the goal is reached after the visit's answer went out", async () => {
    await page.goto(address(shop, "/en/", "manual"));
    await viewBoots(page, 1);
    await buy(page);
    await leave(page);
    await expect.poll(asked).toEqual(["late:home-hero", "pairs", "slot:home-hero", "topics"]);
  });
  expect(new Set(statuses)).toEqual(new Set([204]));

  await test.step("no report names a variant, a topic or a goal; all are of one length", () => {
    for (const body of bodies) {
      expect(body.replaceAll("home-hero", "")).not.toMatch(/hiking|boots|peru|checkout|purchase|travel/i);
      expect(body).toHaveLength(1536);
    }
  });

  await test.step("the visitor reads every one", async () => {
    const told = await sent(page);
    expect(told.map(({ question }) => question).sort()).toEqual([
      "Bought what, looked at what next?",
      "What came of the place “home-hero”?",
      "What is one of the topics of interest?",
      "Which version of “home-hero” was seen before its goal was reached later?",
    ]);
    for (const { date, said, epsilon, meaning, waits } of told) {
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(said).toMatch(/^said: ./);
      expect(epsilon).toBe(1);
      expect(meaning).toMatch(/Nobody can tell truth from chance/);
      expect(waits).toBe(false);
    }
    const { statistics } = await page.evaluate(() =>
      (window as unknown as { heimspiel: Client }).heimspiel.export(),
    );
    expect(statistics?.said).toHaveLength(4);
    await page.goto(address(shop, "/de/", "manual"));
    await expect
      .poll(async () => (await sent(page)).map(({ said }) => said.slice(0, 7)))
      .toEqual(Array.from({ length: 4 }, () => "gesagt:"));
  });

  await test.step("what was erased is not told", async () => {
    await page.evaluate(() => (window as unknown as { heimspiel: Client }).heimspiel.erase());
    expect(await sent(page)).toEqual([]);
  });
  await collector.stop();
});
