import { AxeBuilder } from "@axe-core/playwright";
import { startCollector } from "../support/collector.js";
import { expect, test } from "../support/fixtures.js";
import { accept, address, viewBoots } from "../support/journey.js";
import { topicRow } from "../support/panel.js";

for (const path of ["/en/", "/de/", "/en/hiking/hiking-boots/", "/de/meine-daten/"]) {
  test(`axe finds nothing on ${path}`, async ({ page, shop }) => {
    await page.goto(address(shop, path, "manual"));
    await expect(page.locator("[data-manual-consent]")).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test("axe finds nothing on what the shop knows about a visitor", async ({ page, shop }) => {
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await viewBoots(page);
  await page.goto(address(shop, "/en/my-data/", "manual"));
  await expect(topicRow(page, "Hiking")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("axe finds nothing on the dashboard", async ({ page }) => {
  const collector = await startCollector();
  await page.goto(collector.setup);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await collector.stop();
});
