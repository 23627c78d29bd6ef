import { choiceOn, withdraw } from "../support/device.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { accept, address, goHome } from "../support/journey.js";
import { rewritePages } from "../support/pages.js";
import { look } from "../support/time.js";

const list = "[data-heim-rank]";

/** The order of the shop. */
const own = ["hiking", "camping", "mountain-sports", "travel"];

const order = (page: Page): Promise<(string | null)[]> =>
  page
    .locator(`${list} > *`)
    .evaluateAll((items) => items.map((item) => item.getAttribute("data-heim-topics")));

declare global {
  interface Window {
    /** What each frame showed of the list: its first item, or nothing while it was hidden. */
    firsts: string[];
  }
}

/** Records in each frame what is first in the list. */
async function recordFirsts(page: Page): Promise<void> {
  await page.addInitScript((selector) => {
    window.firsts = [];
    const frame = (): void => {
      const element = document.querySelector(selector);
      if (element && getComputedStyle(element).visibility !== "hidden")
        window.firsts.push(element.firstElementChild?.getAttribute("data-heim-topics") ?? "");
      if (window.firsts.length < 200) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }, list);
}

/** A visitor who has looked at tents on three pages. */
async function camper(page: Page, shop: Shop): Promise<void> {
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  for (const path of ["/en/camping/tents/", "/en/p/murmel-2/", "/en/p/fjord-4/"])
    await look(page, shop, path, "tents");
}

test("a list is in the visitor's order in the first frame that shows it, for the keyboard too", async ({
  page,
  shop,
}) => {
  await camper(page, shop);
  await recordFirsts(page);
  await page.goto(address(shop, "/en/", "manual"));
  await expect(page.locator(list)).toHaveAttribute("data-heim-state", "personalized");
  expect(await order(page)).toEqual(["camping", ...own.filter((id) => id !== "camping")]);
  const firsts = await page.evaluate(() => window.firsts);
  expect(firsts.length).toBeGreaterThan(0);
  expect(new Set(firsts)).toEqual(new Set(["camping"]));
  await page.locator(`${list} a`).first().focus();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toContain("/hiking/");
});

test("the page's order comes back with a withdrawal, and is there without consent", async ({
  page,
  shop,
}) => {
  await page.goto(address(shop, "/en/", "manual"));
  await expect(page.locator(list)).toHaveAttribute("data-heim-state", "no-consent");
  expect(await order(page)).toEqual(own);
  await camper(page, shop);
  await goHome(page);
  await expect(page.locator(list)).toHaveAttribute("data-heim-state", "personalized");
  await choiceOn(page);
  await withdraw(page);
  await expect(page.locator(list)).toHaveAttribute("data-heim-state", "no-consent");
  expect(await order(page)).toEqual(own);
});

test("a text is filled with what the visitor declares, at once and on the next page", async ({
  page,
  shop,
}) => {
  await rewritePages(page, (html) =>
    html.replace(/<main[^>]*>/, '$&<p>Hello <b data-heim-text="declared.first-name">there</b></p>'),
  );
  const text = page.locator("[data-heim-text]");
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await expect(text).toHaveText("there");
  await page.evaluate(() =>
    (window as unknown as { heimspiel: { declare(name: string, value: string): void } }).heimspiel.declare(
      "first-name",
      "<b>Ada</b>",
    ),
  );
  await expect(text).toHaveText("<b>Ada</b>");
  await goHome(page);
  await expect(text).toHaveText("<b>Ada</b>");
});
