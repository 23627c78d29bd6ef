import { hearExceptions } from "../support/errors.js";
import { expect, test, type Page } from "../support/fixtures.js";
import { accept, address, goHome, hide, readRecord, viewBoots } from "../support/journey.js";

const hero = (page: Page) => page.locator("[data-heim-slot=home-hero]");

/** The default content, visible, and not an error in the page. */
async function expectDefaultPage(page: Page, errors: string[]): Promise<void> {
  await expect(hero(page).locator("h1, h2").first()).toBeVisible();
  await expect(hero(page)).not.toHaveAttribute("data-heim-active");
  expect(errors).toEqual([]);
}

test("without IndexedDB", async ({ page, shop }) => {
  const errors = hearExceptions(page);
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await page.goto(address(shop, "/en/", "manual"));
  await page.locator("[data-choice=granted]").click();
  await viewBoots(page, 2, false);
  await goHome(page);
  await expect(hero(page)).toHaveAttribute("data-heim-state", "no-consent");
  await expectDefaultPage(page, errors);
});

test("with an IndexedDB that throws", async ({ page, shop }) => {
  const errors = hearExceptions(page);
  await page.addInitScript(() =>
    Object.defineProperty(window, "indexedDB", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  );
  await page.goto(address(shop, "/en/", "manual"));
  await page.locator("[data-choice=granted]").click();
  await viewBoots(page, 1, false);
  await goHome(page);
  await expectDefaultPage(page, errors);
});

test("with the script blocked", async ({ page, shop }) => {
  const errors = hearExceptions(page);
  await page.route("**/heimspiel.js", (route) => route.abort());
  await page.goto(address(shop, "/en/", "manual"));
  await expect(hero(page)).not.toHaveAttribute("data-heim-state");
  await expectDefaultPage(page, errors);
});

test.describe("within boot.js's own limit", () => {
  test.use({ patient: false });

  test("with the script blocked, for a visitor who has consented before", async ({ page, shop }) => {
    const errors = hearExceptions(page);
    await page.goto(address(shop, "/en/", "manual"));
    await accept(page, "manual");
    await page.route("**/heimspiel.js", (route) => route.abort());
    await page.goto(address(shop, "/en/", "manual"));
    // Hidden by boot.js until its limit has passed.
    await expectDefaultPage(page, errors);
  });
});

test("with an observing stage that was tampered with", async ({ page, shop }) => {
  const errors = hearExceptions(page);
  await page.route("**/observe.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "window.stolen = 1" }),
  );
  await page.goto(address(shop, "/en/", "manual"));
  const warned = page.waitForEvent("console", (message) => message.text().includes("nothing is learned"));
  await page.locator("[data-choice=granted]").click();
  await warned;
  expect(await page.evaluate(() => "stolen" in window)).toBe(false);
  await expectDefaultPage(page, errors);
});

test("with a broken manifest the page's own attributes still work", async ({ page, shop }) => {
  const errors = hearExceptions(page);
  await page.route("**/heimspiel.json", (route) => route.fulfill({ body: "{ not json" }));
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await viewBoots(page);
  await goHome(page);
  await expect(hero(page)).toHaveAttribute("data-heim-active", "hiking");
  expect(errors).toEqual([]);
});

test("with a manifest of the wrong shape", async ({ page, shop }) => {
  const errors = hearExceptions(page);
  const body = JSON.stringify({ topics: 7, personas: { odd: "interest." }, slots: [], nonsense: true });
  await page.route("**/heimspiel.json", (route) => route.fulfill({ body }));
  const warnings: string[] = [];
  page.on("console", (message) => warnings.push(message.text()));
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await expect.poll(() => warnings.join("\n")).toMatch(/manifest\.topics[\s\S]*manifest\.nonsense/);
  await expectDefaultPage(page, errors);
});

test("with the collector down, answers are kept for later", async ({ page, shop }) => {
  const errors = hearExceptions(page);
  await page.route("**/v1/reports", (route) => route.abort());
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await viewBoots(page);
  await goHome(page);
  await expect(hero(page)).toHaveAttribute("data-heim-active", "hiking");
  const queued = async (): Promise<string[]> => {
    const statistics = (await page.evaluate(readRecord, "statistics")) as
      { queue: { body: string }[] } | undefined;
    return statistics?.queue.map(({ body }) => body) ?? [];
  };
  await expect
    .poll(async () => {
      await hide(page);
      return queued();
    })
    .toHaveLength(1);
  const [kept] = await queued();

  await page.unroute("**/v1/reports");
  const sent = page.waitForRequest(/v1\/reports/);
  await page.reload();
  expect((await sent).postData()).toBe(kept);
  await expect.poll(queued).toHaveLength(0);
  expect(errors).toEqual([]);
});

test("the host's own errors reach the host", async ({ page, shop }) => {
  const errors = hearExceptions(page);
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await page.evaluate(() => {
    const { heimspiel } = window as unknown as {
      heimspiel: { on: (name: string, listener: () => void) => void };
    };
    heimspiel.on("change", () => {
      throw new Error("a listener of the host");
    });
    setTimeout(() => {
      throw new Error("the host's own");
    });
  });
  await expect.poll(() => errors).toEqual(["the host's own"]);
});
