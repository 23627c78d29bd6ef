import { bodiesOf, report, seeded } from "../support/answers.js";
import { startCollector, type Collector } from "../support/collector.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { accept, address, goHome, readRecord, viewBoots } from "../support/journey.js";
import { rewritePages } from "../support/pages.js";
import type { SlotOutcome } from "../../sdk/src/statistics/index.js";

const slot = "home-tips";
const variants = ["checklist", "question"];

/** Of a thousand visitors who saw the checklist one in ten reached the goal; of a thousand who saw the question, every second. */
function crowd(): string[] {
  const outcomes = Array.from({ length: 2000 }, (_, at): SlotOutcome => {
    const reached = at % (at % 2 === 0 ? 20 : 4) < 2 ? "goal" : "seen";
    const variant = variants[at % 2] ?? "";
    return { slot, variants, variant, reached, holdout: 0, arm: 1, goal: reached === "goal" };
  });
  return bodiesOf(outcomes, seeded(1));
}

/** The shop chooses its tips by results, asks this collector for them, and has no other slot that could use up the dose. */
async function chooseByResults(page: Page, shop: Shop, { url }: Collector): Promise<void> {
  const byResults = (text: string): string => text.replace(/(choose"?[:=]\s*"?)test/g, "$1best");
  await rewritePages(page, (html) => byResults(html).replace('data-heim-slot="home-hero"', ""));
  // Read once: a page that is left while it asks would take the answer with it.
  const manifest = byResults(await (await fetch(`${shop.url}/heimspiel.json`)).text());
  await page.route("**/heimspiel.json", (route) => route.fulfill({ body: manifest }));
  await page.route("**/v1/model?*", async (route) => {
    const response = await fetch(`${url}/v1/model${new URL(route.request().url()).search}`);
    await route.fulfill({ status: response.status, body: await response.text() });
  });
}

test("what did well with all devices is tried first, from the page after the collector has told", async ({
  page,
  shop,
}) => {
  const collector = await startCollector();
  await report(collector, crowd());
  await chooseByResults(page, shop, collector);
  const rules: unknown[] = [];
  await page.exposeFunction("tellRule", (rule: unknown) => rules.push(rule));
  await page.addInitScript((name) => {
    document.addEventListener("heim:slot", (event) => {
      const { slot, reason } = (event as CustomEvent<{ slot: string; reason: { rule: string } }>).detail;
      if (slot === name) (window as unknown as { tellRule(rule: string): void }).tellRule(reason.rule);
    });
  }, slot);

  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  const stored = async (): Promise<unknown> => {
    const manifest = (await page.evaluate(readRecord, "manifest")) as
      { model?: Record<string, unknown> } | undefined;
    return manifest?.model?.[slot];
  };
  const near = (rate: number): unknown => [expect.closeTo(rate, 1), expect.closeTo(0.03, 1)];
  await expect.poll(stored).toEqual({ checklist: near(0.1), question: near(0.5) });

  await viewBoots(page, 1);
  rules.length = 0;
  await goHome(page);
  await expect.poll(() => rules).toEqual(["best"]);
  await collector.stop();
});
