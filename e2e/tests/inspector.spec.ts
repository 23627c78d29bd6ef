import { AxeBuilder } from "@axe-core/playwright";
import { hero } from "../support/device.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { accept, address, hide, readRecord } from "../support/journey.js";
import { rewritePages, withAttributes } from "../support/pages.js";
import { mistakes } from "../support/planted.js";
import { look } from "../support/time.js";

const inspector = "heim-inspector";

/** The home page, with the inspector asked for. */
const inspected = (shop: Shop, path = "/en/"): string => `${address(shop, path, "manual")}&heim-inspect`;

/** Unfolds a slot of the panel. */
async function unfold(page: Page, slot: string) {
  const details = page.locator(`${inspector} [data-key="slot:${slot}"]`);
  await details.locator("summary").click();
  return details;
}

/** A visitor who has looked at tents. */
async function camper(page: Page, shop: Shop): Promise<void> {
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  for (const path of ["/en/camping/tents/", "/en/p/murmel-2/", "/en/p/fjord-4/"])
    await look(page, shop, path, "tents");
}

/** Everything that is kept on the device. */
const kept = (page: Page): Promise<unknown[]> =>
  Promise.all(["consent", "state", "statistics", "manifest"].map((key) => page.evaluate(readRecord, key)));

test("nothing of the inspector is loaded on a normal page view", async ({ page, shop }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await camper(page, shop);
  await page.goto(address(shop, "/en/", "manual"));
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Control+Alt+KeyH");
  await page.goto(address(shop, "/en/", "manual"));
  await page.waitForLoadState("networkidle");
  expect(loaded).toContain("/observe.js");
  expect(loaded).not.toContain("/inspect.js");
  expect(loaded).not.toContain("/lint.js");
  await page.goto(inspected(shop));
  await expect(page.getByRole("heading", { name: "Heimspiel inspector" })).toBeVisible();
  expect(loaded).toContain("/inspect.js");
});

test("its hotkey opens and closes it where the shop has that, Escape closes it, and nothing stays", async ({
  page,
  shop,
}) => {
  await rewritePages(page, withAttributes("data-inspect"));
  await page.goto(address(shop, "/en/", "manual"));
  await expect(hero(page)).toHaveAttribute("data-heim-state", "no-consent");
  await page.waitForFunction(() => "push" in (window as unknown as { heimspiel: object }).heimspiel);
  const body = await page.evaluate(() => document.body.outerHTML);
  const panel = page.getByRole("region", { name: "Heimspiel inspector" });
  await page.keyboard.press("Control+Alt+KeyH");
  await expect(panel).toBeVisible();
  expect(new URL(page.url()).search).toBe("?cmp=manual");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  expect(await page.evaluate(() => document.body.outerHTML)).toBe(body);
  await page.keyboard.press("Control+Alt+KeyH");
  await expect(panel).toBeVisible();
  await page.keyboard.press("Control+Alt+KeyH");
  await expect(panel).toHaveCount(0);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBeLessThan(2);
});

test("each slot shows its state, its variant, the reason, why no other, and what would be reported", async ({
  page,
  shop,
}) => {
  await camper(page, shop);
  await page.goto(address(shop, "/en/", "manual"));
  await hide(page);
  await page.goto(inspected(shop));
  const first = await unfold(page, "home-hero");
  await expect(first.locator("[data-state]").first()).toHaveText("default");
  await expect(first.locator("[data-variant=hiking]")).toContainText("Its condition is not met.");
  await expect(first.locator("[data-variant=hiking]")).toContainText("interest.hiking >= 0.4");
  await expect(first.locator("[data-variant=hiking]")).toContainText(/interest\.hikingabsent/);
  await expect(first.locator("[data-report]")).toHaveText(
    "Would be reported: “none”, one of 7 answers, randomly altered (ε = 3); and “goal not reached”, offered, altered likewise.",
  );
  const second = await unfold(page, "home-tips");
  const active = await page.locator("[data-heim-slot=home-tips]").getAttribute("data-heim-active");
  const other = active === "question" ? "checklist" : "question";
  await expect(second.locator(`[data-variant=${active ?? ""}]`)).toContainText("Shown.");
  await expect(second.locator(`[data-variant=${other}]`)).toContainText("has not drawn it");
  await page.getByText("Facts", { exact: true }).click();
  await expect(page.locator(`${inspector} dl.all`)).toContainText("interest.tents");
  // The outlines lie over the slots and move nothing.
  const [box, slot] = await Promise.all([
    page.locator(`${inspector} .box`).first().boundingBox(),
    hero(page).boundingBox(),
  ]);
  expect(box).toEqual(slot);
});

test("a persona is simulated without touching the profile, and its link shows the same to anyone", async ({
  page,
  shop,
  browser,
}) => {
  await camper(page, shop);
  await page.goto(inspected(shop));
  await expect(hero(page)).toHaveAttribute("data-heim-state", "default");
  await page.waitForLoadState("networkidle");
  await hide(page);
  const before = await kept(page);
  expect(before[1]).toBeTruthy();
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.method()));
  await page.getByRole("button", { name: "Be “hiker”" }).click();
  await expect(hero(page)).toHaveAttribute("data-heim-active", "hiking");
  await expect(page.locator("[data-heim-rank] > *").first()).toHaveAttribute("data-heim-topics", "hiking");
  await expect(page.getByText("A simulated visitor.")).toBeVisible();
  await (await unfold(page, "home-hero")).getByText("Nothing: this visitor is simulated.").waitFor();
  // What would be learnt, kept and reported otherwise: a click into the slot, and the end of the visit.
  await hero(page).evaluate((element) => element.dispatchEvent(new MouseEvent("click", { bubbles: true })));
  await hide(page);
  const link = (await page.getByRole("link", { name: "Link to this" }).getAttribute("href")) ?? "";
  expect(link).toBe(page.url());
  await page.reload();
  await expect(hero(page)).toHaveAttribute("data-heim-active", "hiking");
  await hide(page);
  expect(await kept(page)).toEqual(before);
  expect(sent).not.toContain("POST");

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link);
  await expect(hero(stranger)).toHaveAttribute("data-heim-active", "hiking");
  await expect(stranger.getByText("A simulated visitor.")).toBeVisible();
  await hide(stranger);
  expect(await stranger.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await stranger.context().close();

  // Closing leads back to oneself.
  await page.keyboard.press("Escape");
  await expect(hero(page)).toHaveAttribute("data-heim-state", "default");
  await expect(page.locator(inspector)).toHaveCount(0);
  expect(new URL(page.url()).search).toBe("?cmp=manual");
});

test("any fact can be set, and taken away again", async ({ page, shop }) => {
  await page.goto(inspected(shop));
  await expect(hero(page)).toHaveAttribute("data-heim-state", "no-consent");
  const assume = async (fact: string, value: string): Promise<void> => {
    await page.getByLabel("Fact", { exact: true }).fill(fact);
    await page.getByLabel("Value").fill(value);
    await page.getByRole("button", { name: "Set" }).click();
    await expect(page.getByLabel(fact, { exact: true })).toHaveValue(value);
  };
  await assume("bought.hiking-boots", "12");
  await assume("need.travel-gear", "0.2");
  await expect(hero(page)).toHaveAttribute("data-heim-active", "peru");
  await page.getByLabel("need.travel-gear", { exact: true }).fill("");
  await page.keyboard.press("Tab");
  await expect(hero(page)).toHaveAttribute("data-heim-state", "default");
});

test("ten planted mistakes are each named with element and remedy", async ({ page, shop }) => {
  const planted = new Set<string>();
  const plant = (text: string): string =>
    mistakes.reduce((changed, [there, mistake]) => {
      if (changed.split(there).length === 2) planted.add(mistake);
      return changed.replace(there, mistake);
    }, text);
  await rewritePages(page, plant);
  await page.route("**/heimspiel.json", async (route) => {
    const response = await route.fetch();
    const text = JSON.stringify(await response.json());
    await route.fulfill({ response, body: plant(text) });
  });
  await page.goto(inspected(shop));
  await expect(page.getByRole("heading", { name: /^Warnings \(\d+\)$/ })).toBeVisible();
  expect([...planted]).toHaveLength(10);
  for (const [, mistake, where, remedy] of mistakes) {
    const told = page.locator(`${inspector} li`, { hasText: `→ ${remedy}` }).filter({ hasText: where });
    await expect(told, mistake).toHaveCount(1);
  }
});

for (const [path, colorScheme, viewport] of [
  ["/en/", "light", { width: 1280, height: 800 }],
  ["/de/", "dark", { width: 390, height: 800 }],
] as const) {
  test(`axe finds nothing on the inspector, ${path} ${colorScheme}`, async ({ page, shop }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.goto(inspected(shop, path));
    await page.getByRole("button", { name: "hiker" }).click();
    await expect(hero(page)).toHaveAttribute("data-heim-active", "hiking");
    await expect(page.getByRole("heading", { name: /\(\d+\)$/ })).toHaveCount(2);
    await page
      .locator(`${inspector} details`)
      .evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
    expect((await new AxeBuilder({ page }).include(inspector).analyze()).violations).toEqual([]);
  });
}
