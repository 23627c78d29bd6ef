import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { becomeKnown, hero } from "./device.js";
import { address } from "./journey.js";

/** A part of one of the panel's elements. */
export const part = (inside: Page | Locator, name: string): Locator => inside.locator(`[part~=${name}]`);

/** The "i" of the hero. */
export const why = (page: Page): Locator => hero(page).locator("heim-why button");

/** The open dialog, an answer or all data. */
export const dialog = (page: Page): Locator => page.getByRole("dialog");

/** Goes, known as a hiker, to the start page, and opens the hero's answer. */
export async function openWhy(page: Page, shop: { url: string }): Promise<void> {
  await becomeKnown(page, shop);
  await why(page).click();
}

/** The page on which the shop shows all it knows. */
export const myData = (shop: { url: string }, language: "en" | "de" = "en"): string =>
  address(shop, language === "en" ? "/en/my-data/" : "/de/meine-daten/", "manual");

/** One topic of the preferences, by its label. */
export const topicRow = (page: Page, label: string): Locator =>
  part(page, "rows").locator("li", { has: page.getByText(label, { exact: true }) });

/** What axe finds on the page; of contrast it knows nothing where the visitor's own colours are forced. */
export async function violations(page: Page): Promise<unknown[]> {
  const forced = await page.evaluate(() => matchMedia("(forced-colors: active)").matches);
  const axe = new AxeBuilder({ page });
  return (await (forced ? axe.disableRules("color-contrast") : axe).analyze()).violations;
}

/** Which element has the focus, inside shadow roots too: its part, else its tag. */
export const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute("part") ?? active?.localName;
  });

/** The sum of all layout shifts of the page so far. */
export const shifts = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        // Buffered entries are handed over as a task of their own, before the frames to come.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
