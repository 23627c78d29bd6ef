import { choiceOn, databases, denied, expectDefault, granted, hero, unknown } from "../support/device.js";
import { hearExceptions } from "../support/errors.js";
import { expect, test, type Page } from "../support/fixtures.js";
import { accept, address, goHome, keptOnDevice, observed } from "../support/journey.js";
import { lookAround, rewritePages, withAttributes, withoutBoot } from "../support/pages.js";

declare global {
  interface Window {
    /** What the page has asked of IndexedDB, see `watchIndexedDb`. */
    asked?: string[];
  }
}

/** Notes every look at `indexedDB` and every call of it, from before the page's first script on; runs in the page. */
function watchIndexedDb(): void {
  const asked: string[] = (window.asked = []);
  const verbs = Object.getOwnPropertyDescriptors(IDBFactory.prototype);
  for (const [name, { value: verb }] of Object.entries(verbs)) {
    if (typeof verb !== "function" || name === "constructor") continue;
    Object.defineProperty(IDBFactory.prototype, name, {
      value(this: IDBFactory, ...args: unknown[]) {
        asked.push(name);
        return (verb as (...args: unknown[]) => unknown).apply(this, args);
      },
    });
  }
  const { indexedDB } = window;
  Object.defineProperty(window, "indexedDB", {
    get() {
      asked.push("indexedDB");
      return indexedDB;
    },
  });
}

const asked = (page: Page): Promise<string[] | undefined> => page.evaluate(() => window.asked);
const strict = withAttributes('data-consent="strict"');

test.describe("strict mode", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(watchIndexedDb);
    await rewritePages(page, (html) => strict(withoutBoot(html)));
  });
  const nothing = (page: Page) => async (): Promise<void> => expect(await asked(page)).toEqual([]);

  for (const cmp of ["manual", "banner"] as const) {
    test(`nothing of indexedDB is looked at before a grant, and with one it works: ${cmp}`, async ({
      page,
      shop,
    }) => {
      await page.goto(address(shop, "/en/", cmp));
      await expectDefault(page);
      await lookAround(page, nothing(page));
      await accept(page, cmp);
      expect(await asked(page)).toContain("open");
      await page.goto(address(shop, "/en/p/passo-mid/", cmp));
      if (cmp === "banner") await observed(page);
      // Our own API remembers nothing between pages in strict mode: the shop says it again.
      else expect(await asked(page)).toEqual([]);
    });
  }

  test("a refusal is no reason to look either, on this page and the next", async ({ page, shop }) => {
    await page.goto(address(shop, "/en/", "banner"));
    await expect(hero(page)).toHaveAttribute("data-heim-state", "no-consent");
    await nothing(page)();
    await page.locator("#cc-main [data-role=necessary]").first().click();
    await expectDenied(page);
    await goHome(page);
    await expectDenied(page);
    expect(await databases(page)).toEqual([]);
  });

  /** An earlier page may have had a grant, so that what it left has to go; not a look is taken at what that is. */
  async function expectDenied(page: Page): Promise<void> {
    await expect.poll(() => choiceOn(page)).toEqual(denied);
    await page.waitForLoadState("networkidle");
    expect(await asked(page)).toEqual(["indexedDB", "deleteDatabase"]);
  }
});

test("the spy sees what boot.js reads, which a strict shop leaves out", async ({ page, shop }) => {
  await page.addInitScript(watchIndexedDb);
  await rewritePages(page, strict);
  await page.goto(address(shop, "/en/", "manual"));
  expect(await asked(page)).toEqual(["indexedDB", "open"]);
});

const modes = {
  manual: { cmp: "manual", blocked: false },
  "auto, with the banner": { cmp: "banner", blocked: false },
  "auto, with the banner blocked by an ad blocker": { cmp: "banner", blocked: true },
} as const;

for (const [name, { cmp, blocked }] of Object.entries(modes)) {
  test(`no database before a choice: ${name}`, async ({ page, shop }) => {
    const errors = hearExceptions(page);
    if (blocked) await page.route(/cookieconsent.*\.js/, (route) => route.abort());
    await page.goto(address(shop, "/en/", cmp));
    await lookAround(page, async () => expect(await databases(page)).toEqual([]));
    await goHome(page);
    await expectDefault(page);
    expect(await databases(page)).toEqual([]);
    expect(await choiceOn(page)).toEqual(unknown);
    await expect(page.locator("#cc-main")).toHaveCount(cmp === "banner" && !blocked ? 1 : 0);
    expect(errors).toEqual([]);
  });
}

test("a blocked banner takes nothing from who has consented before", async ({ page, shop }) => {
  await page.goto(address(shop, "/en/", "banner"));
  await accept(page, "banner");
  await page.route(/cookieconsent.*\.js/, (route) => route.abort());
  await page.goto(address(shop, "/en/p/passo-mid/", "banner"));
  await observed(page);
  await page.waitForLoadState("networkidle");
  expect(await choiceOn(page)).toEqual(granted);
  await keptOnDevice(page, "consent");
});
