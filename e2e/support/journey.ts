import { expect, type Page } from "@playwright/test";

/** Which consent interface a page has: the shop's two buttons under the strictest policy, or the real banner. */
export type Cmp = "manual" | "banner";

/** A page of the shop. */
export const address = (shop: { url: string }, path: string, cmp: Cmp): string =>
  `${shop.url}${path}${cmp === "manual" ? "?cmp=manual" : ""}`;

/** Says yes to everything, and waits until the choice has been kept. */
export async function accept(page: Page, cmp: Cmp): Promise<void> {
  await page
    .locator(cmp === "manual" ? "[data-choice=granted]" : "#cc-main [data-role=all]")
    .first()
    .click();
  await keptOnDevice(page, "consent");
}

/** Waits until a record is on the device. */
export async function keptOnDevice(page: Page, key: string): Promise<void> {
  await expect.poll(() => page.evaluate(readRecord, key)).toBeTruthy();
}

/** Reads one record of the SDK's database without creating it; runs in the page. */
export function readRecord(key: string): Promise<unknown> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("heimspiel");
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve(undefined);
    opening.onsuccess = () => {
      const request = opening.result.transaction("keyval").objectStore("keyval").get(key);
      request.onsuccess = () => {
        opening.result.close();
        resolve(request.result);
      };
    };
  });
}

/** Looks at the first products of the hiking boots, clicking from page to page as a visitor does; `learns` waits for the SDK. */
export async function viewBoots(page: Page, count = 3, learns = true): Promise<void> {
  await page.locator('header a[href*="/hiking/"]').first().click();
  await page.locator('main a[href*="/hiking-boots/"]').first().click();
  for (let at = 0; at < count; at++) {
    await page.locator('main a[href*="/p/"]').nth(at).click();
    await page.waitForURL(/\/p\//);
    if (learns) await observed(page);
    if (at < count - 1) await page.goBack();
  }
}

/** What is used here of the client. */
interface Exporting {
  export?: () => Promise<{ profile?: { topics: Record<string, { looked?: number; bought?: number }> } }>;
}

/**
 * Waits until something on this page has been taken into the profile: a look, or a purchase. Not just any signal: the click
 * that led here was noted down by the page before, in the same millisecond perhaps.
 */
export async function observed(page: Page, what: "looked" | "bought" = "looked"): Promise<void> {
  // Not by `waitForFunction`, to which the promise itself is an answer.
  await expect.poll(() => page.evaluate(learntHere, what), { intervals: [50] }).toBe(true);
}

/** Whether this page has taught the profile that; runs in the page. */
export async function learntHere(what: "looked" | "bought"): Promise<boolean> {
  const { profile } = (await (window as { heimspiel?: Exporting }).heimspiel?.export?.()) ?? {};
  return Object.values(profile?.topics ?? {}).some((topic) => (topic[what] ?? 0) >= performance.timeOrigin);
}

/** Back to the start page by its link. */
export async function goHome(page: Page): Promise<void> {
  await page.locator("header a.brand, header a[rel=home], header a").first().click();
}

/** Puts the product of this page into the cart and pays. */
export async function buy(page: Page): Promise<void> {
  await page.locator("[data-add] button").first().click();
  await page.locator("[data-added] a").click();
  await page.locator("[data-cart-full] .button").click();
  await page.locator(".checkout button.button").click();
  await page.waitForURL(/thank-you|danke/);
  await observed(page, "bought");
}

/** The page is hidden, as when its tab is left: the visit ends. */
export const hide = (page: Page): Promise<void> => page.evaluate(beHidden);

/** Makes the page believe so; runs in the page. */
export function beHidden(): void {
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}
