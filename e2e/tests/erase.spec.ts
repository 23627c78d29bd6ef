import type { BrowserContext } from "@playwright/test";
import {
  becomeKnown,
  choiceOn,
  choose,
  clearRecords,
  databases,
  denied,
  expectDefault,
  hero,
  holdOpen,
  keptPurposes,
  keysHeldBy,
  openPersonalizedHome,
  unknown,
  withdraw,
} from "../support/device.js";
import { bePatient, expect, fixRandomness, offered, test, type Page } from "../support/fixtures.js";
import { address, hide, type Cmp } from "../support/journey.js";
import { goBack, inPlainBrowser, lockForEver, watchLife } from "../support/plain-browser.js";
import { breaches } from "../support/promises.js";
import { record } from "../support/recording.js";

const soon = { timeout: 2000 };

/** What the fixtures do to every page. */
const seed = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript(fixRandomness, offered);
  await context.addInitScript(bePatient);
};

/** Opens a second tab on the personalized start page. */
async function openBeside(context: BrowserContext, shop: { url: string }): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(address(shop, "/en/", "manual"));
  await expect(hero(tab)).toHaveAttribute("data-heim-state", "personalized");
  return tab;
}

for (const cmp of ["manual", "banner"] as Cmp[]) {
  test(`grant, profile, withdraw, reload: nothing left: ${cmp}`, async ({ page, shop }) => {
    const recording = record(page.context());
    const stored = () => recording.stored.at(-1)?.what;
    await page.goto(address(shop, "/en/", cmp));
    await recording.look(page, "before the grant");
    recording.granted();
    await becomeKnown(page, shop, cmp);
    await recording.look(page, "with a profile");
    expect(stored()).toMatchObject({ databases: ["heimspiel"], records: expect.stringContaining("hiking") });

    await page.goto(address(shop, "/en/my-data/", cmp));
    await page.locator("[data-withdraw]").first().click();
    await expect.poll(() => databases(page), soon).toEqual([]);
    for (const when of ["after a reload", "after another"]) {
      await hide(page);
      await page.goto(address(shop, "/en/", cmp));
      await expectDefault(page);
      await page.waitForLoadState("networkidle");
      await recording.look(page, when);
      const own = cmp === "banner" ? ["almweg-consent"] : [];
      expect(stored()).toEqual({
        cookies: [],
        localStorage: own,
        sessionStorage: [],
        caches: [],
        databases: [],
        records: "[]",
      });
    }
    expect(breaches(recording, shop.url)).toEqual([]);
  });
}

test.describe("within boot.js's own limit", () => {
  test.use({ patient: false });

  test("a tab that holds the database open cannot keep the profile", async ({ page, context, shop }) => {
    await becomeKnown(page, shop);
    const rude = await holdOpen(context, shop);
    expect(await keysHeldBy(rude)).toEqual(expect.arrayContaining(["consent", "state"]));

    await withdraw(page);
    await expect.poll(() => keysHeldBy(rude), soon).toEqual([]);
    await expectDefault(page);
    expect(await databases(rude)).toEqual(["heimspiel"]);

    await test.step("a page loaded meanwhile is the default page", async () => {
      await page.reload();
      await expect(hero(page).locator("h1, h2").first()).toBeVisible();
      await expect(hero(page)).not.toHaveAttribute("data-heim-active");
      expect(await keysHeldBy(rude)).toEqual([]);
    });

    await rude.close();
    await page.reload();
    await expectDefault(page);
    await expect.poll(() => databases(page)).toEqual([]);
    expect(await choiceOn(page)).toEqual(unknown);
  });
});

test("the tab that withdrew may close before the one that blocks", async ({ page, context, shop }) => {
  await becomeKnown(page, shop);
  const rude = await holdOpen(context, shop);
  await withdraw(page);
  await expect.poll(() => keysHeldBy(rude), soon).toEqual([]);
  await page.close();
  expect(await databases(rude)).toEqual(["heimspiel"]);
  await rude.close();
  const next = await context.newPage();
  await next.goto(address(shop, "/en/", "manual"));
  await expectDefault(next);
  await expect.poll(() => databases(next)).toEqual([]);
});

test("a tab that was stopped in the middle of its own erase does not stop others", async ({
  page,
  context,
  shop,
}) => {
  await becomeKnown(page, shop);
  const stopped = await holdOpen(context, shop);
  await stopped.evaluate(lockForEver, "heimspiel:erase");
  await withdraw(page);
  await expect.poll(() => keysHeldBy(stopped), soon).toEqual([]);
  await stopped.close();
  await expect.poll(() => databases(page)).toEqual([]);
  await expectDefault(page);
});

test("what an interrupted erase has left empty is deleted at the next load", async ({ page, shop }) => {
  await page.goto(`${shop.url}/heimspiel.json`);
  await page.evaluate(clearRecords);
  expect(await databases(page)).toEqual(["heimspiel"]);
  await page.goto(address(shop, "/en/", "manual"));
  await expectDefault(page);
  await expect.poll(() => databases(page)).toEqual([]);
});

test("a frozen tab cannot keep the profile, and catches up", async ({ shop }) => {
  await inPlainBrowser(seed, async (page, context) => {
    await context.addInitScript(watchLife);
    await becomeKnown(page, shop);
    const frozen = await openBeside(context, shop);
    const life = () => frozen.evaluate(() => window.life);
    const witness = await holdOpen(context, shop);
    await page.bringToFront();
    const devtools = await context.newCDPSession(frozen);
    await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
    await expect.poll(life).toEqual(["freeze"]);

    await withdraw(page);
    await expect.poll(() => keysHeldBy(witness), soon).toEqual([]);
    await witness.close();
    expect(await life()).toEqual(["freeze"]);

    await devtools.send("Page.setWebLifecycleState", { state: "active" });
    await frozen.bringToFront();
    await expect.poll(life).toEqual(["freeze", "resume", "versionchange"]);
    await expectDefault(frozen);
    expect(await choiceOn(frozen)).toEqual(denied);
    await expect.poll(() => databases(frozen)).toEqual([]);
    await frozen.reload();
    await expectDefault(frozen);
    expect(await databases(frozen)).toEqual([]);
  });
});

test("a page in the back/forward cache comes back without what was erased", async ({ shop }) => {
  await inPlainBrowser(seed, async (page) => {
    await becomeKnown(page, shop);
    await page.evaluate(() => (window.life = ["before"]));
    await page.goto(address(shop, "/en/my-data/", "manual"));
    await page.locator("[data-withdraw]").first().click();
    await expect.poll(() => databases(page), soon).toEqual([]);
    await goBack(page, "/en/");
    await expectDefault(page);
    // Chromium throws a cached page away when another tab calls it, so it comes from the server.
    expect(await page.evaluate(() => window.life)).toBeUndefined();
    expect(await choiceOn(page)).toEqual(unknown);
    expect(await databases(page)).toEqual([]);
  });
});

test("a page that the back/forward cache has kept looks again", async ({ shop }) => {
  await inPlainBrowser(seed, async (page) => {
    await becomeKnown(page, shop);
    // Without statistics, whose last transaction would still be open when the page is cached: Chromium then drops the page.
    await choose(page, { statistics: "denied" });
    await expect.poll(() => keptPurposes(page)).toMatchObject({ statistics: "denied" });
    await openPersonalizedHome(page, (path) => address(shop, path, "manual"));
    await page.evaluate(() => (window.life = ["before"]));
    await page.goto(`${shop.url}/heimspiel.json`);
    // An erase that reaches the cached page by no message: so it is in browsers that queue them up instead.
    await page.evaluate(clearRecords);
    await goBack(page, "/en/");
    expect(await page.evaluate(() => window.life)).toEqual(["before"]);
    await expectDefault(page);
    expect(await choiceOn(page)).toEqual(denied);
    await expect.poll(() => databases(page)).toEqual([]);
    await hide(page);
    await page.reload();
    await expectDefault(page);
    expect(await databases(page)).toEqual([]);
  });
});
