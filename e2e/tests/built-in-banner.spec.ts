import type { Locator } from "@playwright/test";
import { denied, granted } from "../support/device.js";
import { hearErrors } from "../support/errors.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { keptOnDevice, readRecord, viewBoots } from "../support/journey.js";
import { focused, shifts, violations } from "../support/panel.js";
import { record } from "../support/recording.js";

/** The parts of the built-in banner. */
function partsOf(page: Page) {
  const part = (name: string, inside: Page | Locator = page): Locator => inside.locator(`[part~=${name}]`);
  const banner = part("banner");
  const dialog = part("dialog");
  const boxes = dialog.getByRole("checkbox");
  return { part, banner, dialog, boxes, reopen: part("reopen") };
}

const address = (shop: Shop, path = "/en/"): string => `${shop.url}${path}?cmp=built-in`;

async function visit(page: Page, shop: Shop, path?: string): Promise<ReturnType<typeof partsOf>> {
  await page.goto(address(shop, path));
  const parts = partsOf(page);
  await expect(parts.banner.or(parts.reopen).filter({ visible: true })).toHaveCount(1);
  return parts;
}

/** The keys of all that is stored, and that it is nowhere but in our database. */
async function keysOn(page: Page): Promise<string[]> {
  const recording = record(page.context());
  await recording.look(page, "now");
  const { databases, records, ...elsewhere } = recording.stored[0]!.what;
  expect(elsewhere).toEqual({ cookies: [], localStorage: [], sessionStorage: [], caches: [] });
  const [keys = []] = JSON.parse(records) as [string[]?, unknown[]?];
  expect(databases).toEqual(keys.length > 0 ? ["heimspiel"] : []);
  return keys;
}

/** The record of a choice: nothing in it tells two visitors apart but the time. */
const recordOf = (purposes: Record<string, string>): object => ({
  v: 1,
  purposes,
  at: expect.any(Number),
  source: "manual",
  policyVersion: expect.any(String),
});

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("it asks under the strictest policy, moves nothing, and stores nothing before an answer", async ({
  page,
  shop,
}) => {
  const errors = hearErrors(page);
  const answer = await page.goto(address(shop));
  expect(answer?.headers()["content-security-policy"]).toContain("trusted-types 'none'");
  const { banner, dialog, boxes, reopen, part } = partsOf(page);
  await expect(banner).toBeInViewport({ ratio: 1 });
  await expect(dialog).toBeHidden();
  await expect(reopen).toBeHidden();
  expect(await keysOn(page)).toEqual([]);
  expect(await focused(page)).toBe("body");
  expect(await shifts(page)).toBeLessThan(0.01);
  await part("choose").click();
  await expect(boxes).toHaveCount(2);
  await expect(dialog.locator("input:checked")).toHaveCount(0);
  expect(errors).toEqual([]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`yes and no are equal in size, place and colours: ${colorScheme}`, async ({ page, shop }) => {
    await page.emulateMedia({ colorScheme });
    const { banner, dialog, part } = await visit(page, shop, "/de/");
    const looks = (button: Locator) =>
      button.evaluate((element) => {
        const { width, height, top } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const { color, backgroundColor, font, border, opacity, boxShadow, textDecoration } = style;
        return {
          width,
          height,
          top,
          color,
          backgroundColor,
          font,
          border,
          opacity,
          boxShadow,
          textDecoration,
        };
      });
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await looks(part("accept", banner))).toEqual(await looks(part("reject", banner)));
      await part("choose").click();
      expect(await looks(part("accept", dialog))).toMatchObject({
        ...(await looks(part("reject", dialog))),
        // On the narrowest screens one stands above the other.
        top: expect.any(Number),
      });
      await press(page, "Escape");
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
}

test("the whole way by keyboard: Escape is no choice, and the focus returns to where it came from", async ({
  page,
  shop,
}) => {
  const { banner, dialog, boxes, reopen, part } = await visit(page, shop);
  await part("accept", banner).focus();
  await press(page, "Escape");
  await expect(banner).toBeVisible();
  await press(page, "Tab");
  expect(await focused(page)).toBe("button reject");
  await press(page, "Tab");
  expect(await focused(page)).toBe("button choose");
  await press(page, "Enter");
  await expect(dialog).toBeVisible();
  await expect(boxes.first()).toBeFocused();
  await press(page, "Space");
  await expect(boxes.first()).toBeChecked();
  await press(page, "Escape");
  await expect(dialog).toBeHidden();
  await expect(banner).toBeVisible();
  expect(await focused(page)).toBe("button choose");
  expect(await keysOn(page)).toEqual([]);

  await press(page, "Enter");
  await expect(boxes.first()).not.toBeChecked();
  await press(page, "Space", "Tab", "Tab");
  expect(await focused(page)).toBe("button save");
  await press(page, "Enter");
  await expect(banner).toBeHidden();
  await expect(reopen).toBeFocused();
  await keptOnDevice(page, "consent");
  const mixed = { personalization: "granted", statistics: "denied" };
  expect(await page.evaluate(readRecord, "consent")).toMatchObject({ purposes: mixed });

  await press(page, "Enter");
  await expect(boxes.first()).toBeChecked();
  await expect(boxes.last()).not.toBeChecked();
  await press(page, "Escape");
  await expect(reopen).toBeFocused();
  const own = page.locator("[data-open-consent]");
  await own.focus();
  await press(page, "Enter");
  await expect(dialog).toBeVisible();
  await part("close").press("Enter");
  await expect(dialog).toBeHidden();
  await expect(own).toBeFocused();
});

test("a no leaves the bare record of it, and nobody is asked again", async ({ page, shop }) => {
  const { banner, reopen, part } = await visit(page, shop);
  await part("reject", banner).click();
  await expect(banner).toBeHidden();
  await expect(reopen).toBeVisible();
  await keptOnDevice(page, "consent");
  expect(await keysOn(page)).toEqual(["consent"]);
  expect(await page.evaluate(readRecord, "consent")).toEqual(recordOf(denied));
  for (const path of ["/en/", "/en/hiking/hiking-boots/", "/de/"]) {
    const next = await visit(page, shop, path);
    await expect(next.reopen).toBeVisible();
    await expect(next.banner).toBeHidden();
  }
  expect(await keysOn(page)).toEqual(["consent"]);
});

test("a yes is not asked for again, and is taken back as easily: everything goes", async ({ page, shop }) => {
  const { banner, dialog, boxes, reopen, part } = await visit(page, shop);
  await part("accept", banner).click();
  await keptOnDevice(page, "consent");
  expect(await page.evaluate(readRecord, "consent")).toEqual(recordOf(granted));
  await viewBoots(page);
  await visit(page, shop);
  await expect(reopen).toBeVisible();
  await expect(banner).toBeHidden();
  await expect.poll(() => keysOn(page)).toContain("state");

  await reopen.click();
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  await part("reject", dialog).click();
  await expect(reopen).toBeFocused();
  await expect.poll(() => keysOn(page)).toEqual(["consent"]);
  expect(await page.evaluate(readRecord, "consent")).toEqual(recordOf(denied));
  await visit(page, shop);
  await expect(banner).toBeHidden();
  expect(await keysOn(page)).toEqual(["consent"]);
});

for (const [path, colorScheme] of [
  ["/en/", "light"],
  ["/en/", "dark"],
  ["/de/", "light"],
  ["/de/", "dark"],
] as const) {
  test(`axe finds nothing on banner, dialog and way back: ${path} ${colorScheme}`, async ({ page, shop }) => {
    await page.emulateMedia({ colorScheme });
    const { banner, dialog, reopen, part } = await visit(page, shop, path);
    expect(await violations(page)).toEqual([]);
    await part("choose").click();
    await expect(dialog).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await part("save").click();
    await expect(reopen).toBeVisible();
    await expect(banner).toBeHidden();
    expect(await violations(page)).toEqual([]);
  });
}

test("a page without the element does not load it", async ({ page, shop }) => {
  const loaded: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("consent-ui")) loaded.push(request.url());
  });
  await page.goto(`${shop.url}/en/?cmp=manual`);
  await expect(page.locator("[data-manual-consent]")).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(loaded).toEqual([]);
  await visit(page, shop);
  expect(loaded).toHaveLength(1);
});
