import { expect, test, type Page } from "../support/fixtures.js";
import { accept, address } from "../support/journey.js";
import { rewritePages } from "../support/pages.js";
import { breaches, reportsOf } from "../support/promises.js";
import { record } from "../support/recording.js";
import { aboutPregnancy, word } from "../support/sensitive-shop.js";
import {
  followed,
  kept,
  look,
  read,
  stay,
  storedProfile,
  visit,
  type StoredProfile,
} from "../support/time.js";

const home = ["/en/", "/de/"];

/** What the visitor can see in the slots of a page, once they have been decided. */
async function shownIn(page: Page): Promise<string> {
  await expect(page.locator("[data-heim-slot]:not([data-heim-state])")).toHaveCount(0);
  const slots = page.locator("[data-heim-slot]");
  const names = await slots.evaluateAll((all) => all.map((slot) => slot.getAttribute("data-heim-active")));
  return JSON.stringify([names, await slots.allInnerTexts()]);
}

/** All that the client tells of its visitor. */
const told = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    const { heimspiel } = window as unknown as { heimspiel: Record<string, () => unknown> };
    return [await heimspiel["export"]?.(), await heimspiel["describe"]?.(), heimspiel["context"]?.()];
  });

/** What this page's client knows of a topic. */
const learnt = (page: Page, topic: string): Promise<unknown> =>
  page.evaluate(async (id) => {
    const { heimspiel } = window as unknown as {
      heimspiel: { export(): Promise<{ profile: StoredProfile }> };
    };
    return (await heimspiel.export()).profile.topics[id]?.counts;
  }, topic);

const sensitivePages = [
  "/en/travel/backpacks/",
  "/en/p/stadt-18/",
  "/de/reisen/rucksaecke/",
  "/de/p/stadt-18/",
];

test("Pregnancy: browsing it leaves no trace in storage, slots or reports", async ({ page, shop }) => {
  const recording = record(page.context());
  await rewritePages(page, aboutPregnancy);
  await page.goto(address(shop, "/en/", "manual"));
  await page.waitForLoadState("networkidle");
  recording.granted();
  await accept(page, "manual");
  await look(page, shop, "/en/p/passo-mid/");
  const before = await storedProfile(page);
  expect(before.topics).toHaveProperty("hiking-boots");

  await test.step("three times, searched for and clicked", async () => {
    for (let round = 0; round < 3; round++) {
      for (const path of sensitivePages) {
        await read(page, shop, path);
        expect(await shownIn(page)).not.toMatch(word);
      }
    }
    for (const [path, term] of [
      ["/en/", "pregnancy pillow"],
      ["/de/", "Schwangerschaft"],
    ] as const) {
      await visit(page, shop, path);
      await page.locator("[role=search] [name=q]").fill(term);
      await followed(page, () => page.locator("[role=search] button").click());
      expect(new URL(page.url()).searchParams.get("q")).toBe(term);
      await followed(page, () => page.locator('main a[href*="/p/stadt-18/"]').first().click());
    }
  });

  await test.step("nothing of it is anywhere", async () => {
    for (const path of home) {
      await visit(page, shop, path);
      expect(await shownIn(page)).not.toMatch(/secret|pregnan|schwanger|umstand/i);
    }
    await visit(page, shop, "/en/my-data/");
    await expect(page.locator("main")).toContainText("Hiking boots");
    await expect(page.locator("main")).not.toContainText(word);
    expect(JSON.stringify(await told(page))).not.toMatch(word);
    const after = await storedProfile(page);
    for (const part of ["topics", "facets"] as const) expect(after[part]).toEqual(before[part]);
    await recording.look(page, "afterwards");
    expect(JSON.stringify(recording.stored)).not.toMatch(word);
    expect(breaches(recording, shop.url)).toEqual([]);
    expect(reportsOf(recording).length).toBeGreaterThan(0);
    const posted = recording.sent.filter(({ method }) => method !== "GET");
    expect(JSON.stringify(posted)).not.toMatch(word);
  });

  await test.step("a near miss is noted down like anything else", async () => {
    for (const [path, topic] of [
      ["/en/p/murmel-2/", "baby-blue-jackets"],
      ["/de/p/murmel-2/", "babyblau"],
    ] as const) {
      await visit(page, shop, path);
      // What listens for it may have begun after the first scroll.
      await expect(async () => {
        await stay(page);
        expect(await learnt(page, topic)).toMatchObject({ view: 1, dwell: expect.any(Number), scroll: 1 });
      }).toPass({ intervals: [20] });
      await kept(page, topic);
    }
    await visit(page, shop, "/en/camping/tents/");
    await kept(page, "baby-blue-jackets");
    await visit(page, shop, "/en/");
    expect(await shownIn(page)).toContain("blue");
  });
});
