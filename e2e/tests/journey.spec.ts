import { hearExceptions } from "../support/errors.js";
import { framesOf, recordFrames } from "../support/frames.js";
import { expect, test, type Page } from "../support/fixtures.js";
import { accept, address, buy, goHome, viewBoots, type Cmp } from "../support/journey.js";
import { dialog, part, why } from "../support/panel.js";

const hero = (page: Page) => page.locator("[data-heim-slot=home-hero]");
const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

for (const cmp of ["manual", "banner"] as Cmp[]) {
  test(`consent, browse, see why, buy, withdraw: ${cmp}`, async ({ page, context, shop }) => {
    const errors = hearExceptions(page);
    await recordFrames(page, "home-hero");

    await page.goto(address(shop, "/en/", cmp));
    await expect(hero(page)).toHaveAttribute("data-heim-state", "no-consent");
    expect(await databases(page)).toEqual([]);
    await accept(page, cmp);

    await test.step("three pages about hiking, and the first frame shows the hiking variant", async () => {
      await viewBoots(page);
      await goHome(page);
      await expect(hero(page)).toHaveAttribute("data-heim-active", "hiking");
      await expect(hero(page)).toHaveAttribute("data-heim-state", "personalized");
      const seen = (await framesOf(page)).filter(({ visible }) => visible);
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.every(({ active }) => active === "hiking")).toBe(true);
    });

    await test.step("the reason can be read", async () => {
      await why(page).click();
      await expect(part(dialog(page), "reason")).toContainText(/looked at \d pages about hiking/i);
      await page.keyboard.press("Escape");
    });

    await test.step("after buying boots nothing pushes boots any more", async () => {
      await viewBoots(page, 1);
      await buy(page);
      await goHome(page);
      await expect(hero(page)).toHaveAttribute("data-heim-state", /./);
      await expect(hero(page)).not.toHaveAttribute("data-heim-active", "hiking");
    });

    await test.step("a withdrawal empties this tab and the other", async () => {
      const other = await context.newPage();
      await other.goto(address(shop, "/en/", cmp));
      await expect(hero(other)).toHaveAttribute("data-heim-state", /personalized|default/);
      await page.goto(address(shop, "/en/my-data/", cmp));
      await page.locator("[data-withdraw]").first().click();
      await expect(hero(other)).toHaveAttribute("data-heim-state", "no-consent");
      await expect.poll(() => databases(page)).toEqual([]);
      expect(await databases(other)).toEqual([]);
      await goHome(page);
      await expect(hero(page)).toHaveAttribute("data-heim-state", "no-consent");
      expect(await databases(page)).toEqual([]);
    });
    expect(errors).toEqual([]);
  });
}

test("without boot.js a late decision leaves the default that was painted", async ({ page, shop }) => {
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await viewBoots(page);
  await recordFrames(page, "home-hero");
  await page.route("**/en/?cmp=manual", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<script>[^]*?<\/script>/, "");
    await route.fulfill({ response, body });
  });
  await page.route("**/heimspiel.js", async (route) => {
    await page.waitForFunction(() => performance.getEntriesByType("paint").length > 0);
    await route.continue();
  });
  await goHome(page);
  await expect(hero(page)).toHaveAttribute("data-heim-state", "timeout");
  const frames = await framesOf(page);
  expect(frames.some(({ visible, active }) => visible && active === "")).toBe(true);
  expect(frames.some(({ active }) => active !== "")).toBe(false);
});
