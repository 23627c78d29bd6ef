import type { Page } from "@playwright/test";

/** Changes the HTML of every page the shop serves. */
export async function rewritePages(page: Page, change: (html: string) => string): Promise<void> {
  await page.context().route(/\/(en|de)\/([^.]*)$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
}

/** Puts a slot on the start pages alone: shown on every page without a click, its variant would soon rest. */
export const onHome =
  (slot: string) =>
  (html: string): string =>
    html.includes('data-heim-slot="home-hero"') ? html.replace(/<main[^>]*>/, `$&${slot}`) : html;

/** Gives the SDK's script tag more attributes. */
export const withAttributes =
  (attributes: string) =>
  (html: string): string =>
    html.replace(" data-site=", ` ${attributes} data-site=`);

/** Takes the inlined `boot.js` out. */
export const withoutBoot = (html: string): string => html.replace(/<script>[^]*?<\/script>/, "");

/** What a visitor does who is only looking: `check` runs after each step. */
export async function lookAround(page: Page, check: () => Promise<void>): Promise<void> {
  await check();
  await page.waitForLoadState("networkidle");
  await check();
  await page.mouse.wheel(0, 2000);
  await page.waitForFunction(() => scrollY > 0);
  await check();
  await page.locator('main a[href*="/en/"]:visible').last().click();
  await page.waitForLoadState("networkidle");
  await check();
}
