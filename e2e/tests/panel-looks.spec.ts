import { becomeKnown, databases } from "../support/device.js";
import { expect, test } from "../support/fixtures.js";
import { address } from "../support/journey.js";
import { dialog, myData, part, violations, why } from "../support/panel.js";

for (const [language, colorScheme, forcedColors] of [
  ["en", "light", "none"],
  ["de", "dark", "none"],
  ["de", "light", "active"],
] as const) {
  test(`axe finds nothing in any state: ${language} ${colorScheme}, forced colours ${forcedColors}`, async ({
    page,
    shop,
  }) => {
    await page.emulateMedia({ colorScheme, forcedColors });
    await becomeKnown(page, shop);
    await page.goto(address(shop, `/${language}/`, "manual"));
    await expect(why(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await why(page).click();
    await expect(dialog(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await part(dialog(page), "notNow").click();
    expect(await violations(page)).toEqual([]);
    await part(dialog(page), "all").click();
    await expect(part(page, "rows")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("what is known needs no scrolling sideways, on a phone or at 400 % zoom", async ({ page, shop }) => {
  await becomeKnown(page, shop);
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(myData(shop, "de"));
    await expect(part(page, "rows")).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
  expect(await databases(page)).toEqual(["heimspiel"]);
});
