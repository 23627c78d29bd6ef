import {
  choiceOn,
  databases,
  denied,
  expectDefault,
  granted,
  lookAtBoots,
  openPersonalizedHome,
  unknown,
} from "../support/device.js";
import { expect, test } from "../support/fixtures.js";
import { accept, address } from "../support/journey.js";
import { rewritePages, withAttributes } from "../support/pages.js";

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true }),
  );
});

for (const mode of ["default", "ignore", undefined]) {
  test(`data-gpc ${mode ?? "not set"}: an explicit opt-in in the banner stands`, async ({ page, shop }) => {
    if (mode) await rewritePages(page, withAttributes(`data-gpc="${mode}"`));
    const open = (path: string): string => address(shop, path, "banner");
    await page.goto(open("/en/"));
    await expectDefault(page);
    expect(await choiceOn(page)).toEqual(unknown);
    expect(await databases(page)).toEqual([]);

    await accept(page, "banner");
    expect(await choiceOn(page)).toEqual(granted);
    await lookAtBoots(page, open);
    await openPersonalizedHome(page, open);
    await page.waitForLoadState("networkidle");
    expect(await choiceOn(page)).toEqual(granted);
  });
}

test("data-gpc deny: an opt-in does not count, and nothing is kept", async ({ page, shop }) => {
  await rewritePages(page, withAttributes('data-gpc="deny"'));
  await page.goto(address(shop, "/en/", "banner"));
  await expectDefault(page);
  await page.locator("#cc-main [data-role=all]").first().click();
  await expect(page.locator("#cc-main .cm")).toBeHidden();
  for (const path of ["/en/p/passo-mid/", "/en/"]) {
    await page.goto(address(shop, path, "banner"));
    await page.waitForLoadState("networkidle");
    await expect.poll(() => choiceOn(page)).toEqual(denied);
    expect(await databases(page)).toEqual([]);
  }
  await expectDefault(page);
});

test("data-gpc deny: what was kept before the browser said so is erased", async ({ page, shop }) => {
  await page.goto(address(shop, "/en/", "banner"));
  await accept(page, "banner");
  await lookAtBoots(page, (path) => address(shop, path, "banner"));
  await rewritePages(page, withAttributes('data-gpc="deny"'));
  await page.goto(address(shop, "/en/", "banner"));
  await expectDefault(page);
  await expect.poll(() => databases(page)).toEqual([]);
});
