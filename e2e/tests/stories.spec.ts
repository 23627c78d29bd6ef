import { choose, granted } from "../support/device.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { accept, address, buy, readRecord } from "../support/journey.js";
import { rewritePages } from "../support/pages.js";
import { aboutPregnancy, word } from "../support/sensitive-shop.js";
import { day, followed, kept, minute, read, storedProfile, travel, visit } from "../support/time.js";
import { breaches, reportsOf } from "../support/promises.js";
import { record } from "../support/recording.js";
import type { Policy, Profile } from "../../sdk/src/interests/index.js";

/** What runs is the built package, which is not there yet when types are checked. */
const built = new URL("../../sdk/dist/interests.mjs", import.meta.url).href;
const { facts } = (await import(built)) as typeof import("../../sdk/src/interests/index.js");

const active = "data-heim-active";
const hero = (page: Page) => page.locator("[data-heim-slot=home-hero]");
const boots = ["passo-mid", "grat-high", "kiesel-low"];
const bootPages = ["/en/hiking/hiking-boots/", "/en/p/moos-leather/"];

/** The shop's slots are on its start page; this one pushes boots on every other page, whatever the interest. */
const pushing = `<section data-heim-slot="push"><p>News</p>
  <template data-heim-variant="boots" data-heim-topics="hiking-boots" data-heim-when="interest.hiking >= 0.1">
  <a href="/en/hiking/hiking-boots/">Boots!</a></template></section>`;

const withPushing = (html: string): string =>
  html.includes("data-heim-slot=") ? html : html.replace("</main>", `${pushing}</main>`);

/** Looks at a page about boots, until it has been taken in. */
async function look(page: Page, shop: Shop, path: string): Promise<void> {
  await page.goto(address(shop, path, "manual"), { waitUntil: "commit" });
  await kept(page, "hiking-boots");
}

/** Which slots of a page push boots, once all have been decided: by their topics, or by a link to boots. */
async function pushedOn(page: Page, shop: Shop, path: string): Promise<string[]> {
  await page.goto(address(shop, path, "manual"), { waitUntil: "domcontentloaded" });
  await expect(page.locator("[data-heim-slot]:not([data-heim-state])")).toHaveCount(0);
  return page.locator("[data-heim-slot]").evaluateAll((slots) =>
    slots
      .filter((slot) => {
        const name = slot.getAttribute("data-heim-active");
        const template = slot.querySelector(`template[data-heim-variant="${name ?? ""}"]`);
        const topics = template?.getAttribute("data-heim-topics") ?? "";
        return topics.includes("boots") || slot.querySelector("a[href*=hiking-boots],a[href*=wanderschuhe]");
      })
      .map((slot) => slot.getAttribute("data-heim-slot") ?? ""),
  );
}

const home = ["/en/", "/de/"];
const elsewhere = ["/en/hiking/hiking-clothing/", "/de/p/passo-mid/"];

/** Every slot of every kind of page that pushes boots. */
async function pushedAnywhere(page: Page, shop: Shop): Promise<string[]> {
  const found: string[] = [];
  for (const path of [...home, ...elsewhere]) found.push(...(await pushedOn(page, shop, path)));
  return found;
}

/** What is needed next, by the profile on the device. */
async function needs(page: Page, shop: Shop): Promise<Record<string, number>> {
  const manifest = (await (await fetch(`${shop.url}/heimspiel.json`)).json()) as Partial<Policy>;
  const now = await page.evaluate(() => Date.now());
  const profile = (await storedProfile(page)) as unknown as Profile;
  return facts(profile, now, { complements: manifest.complements ?? {} }).need;
}

test("Peru: boots are offered until they are bought, and then what goes with them, with the reason", async ({
  page,
  shop,
}) => {
  await rewritePages(page, withPushing);
  await travel(page, -2 * day);
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");

  await test.step("boots viewed on three visits are offered", async () => {
    for (const [visit, boot] of boots.entries()) {
      await travel(page, (visit - 2) * day);
      await look(page, shop, "/en/hiking/hiking-boots/");
      await look(page, shop, `/en/p/${boot}/`);
    }
    expect((await storedProfile(page)).visit.count).toBe(3);
    await travel(page, 31 * minute);
    expect(await pushedAnywhere(page, shop)).toEqual(["home-hero", "home-hero", "push", "push"]);
    expect(await needs(page, shop)).toEqual({});
  });

  await test.step("bought: travel gear and outdoor clothing rise, and the reason says why", async () => {
    await page.goto(address(shop, "/en/p/passo-mid/", "manual"));
    await buy(page);
    await kept(page, "hiking-boots", "bought");
    const need = await needs(page, shop);
    expect(need["travel-gear"]).toBeGreaterThan(0.4);
    expect(need["hiking-clothing"]).toBeGreaterThan(0.3);
    expect(await pushedOn(page, shop, "/en/"), "on the same day").toEqual([]);

    await travel(page, day + 31 * minute);
    for (const path of bootPages) await look(page, shop, path);
    expect(await pushedAnywhere(page, shop), "on the next day").toEqual([]);
    await page.goto(address(shop, "/en/", "manual"));
    await expect(hero(page)).toHaveAttribute(active, "peru");
    await page.locator('[data-why="home-hero"] summary').click();
    const why = page.locator('[data-why="home-hero"] p');
    await expect(why).toContainText(/because you bought hiking boots/i);
    await expect(why).toContainText(/travel gear/i);
    await expect(why).not.toContainText(/looked at/i);
  });

  await test.step("muted: gone in the same page view, and it stays gone", async () => {
    await page.evaluate(() => {
      const { heimspiel } = window as unknown as { heimspiel: { signal(signal: object): void } };
      heimspiel.signal({ kind: "dismiss", topics: ["travel"] });
    });
    await expect(hero(page)).not.toHaveAttribute(active);
    await expect(hero(page).getByRole("heading")).toHaveText("Everything for outdoors");
    await expect.poll(async () => (await storedProfile(page)).topics["travel"]?.muted).toBeTruthy();
    await page.goto(address(shop, "/de/", "manual"));
    await expect(hero(page)).toHaveAttribute("data-heim-state", "default");
  });
});

test("Peru: no boots for 60 days and for as long as the shop's manifest says, and then they are offered again", async ({
  page,
  shop,
}) => {
  const { repurchase = 0 } = await topicOf(shop, "hiking-boots");
  expect(repurchase).toBeGreaterThan(450);
  await rewritePages(page, withPushing);
  await page.goto(address(shop, "/en/p/passo-mid/", "manual"));
  await accept(page, "manual");
  await buy(page);
  await kept(page, "hiking-boots", "bought");
  for (const days of [30, 59, 200, 370, repurchase - 1, repurchase + 1]) {
    await travel(page, days * day);
    for (const path of bootPages) await look(page, shop, path);
    await renewConsent(page);
    const pushed = days < 60 ? await pushedAnywhere(page, shop) : await pushedOn(page, shop, "/en/");
    expect(pushed, `after ${days} days`).toEqual(days > repurchase ? ["home-hero"] : []);
  }
});

/** Says yes once more, without which the choice would expire after half a year. */
async function renewConsent(page: Page): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  await choose(page, granted);
  await expect
    .poll(async () => ((await page.evaluate(readRecord, "consent")) as { at: number }).at)
    .toBeGreaterThanOrEqual(now);
}

/** What the shop's manifest says of a topic. */
async function topicOf(shop: Shop, id: string): Promise<{ repurchase?: number }> {
  const manifest = (await (await fetch(`${shop.url}/heimspiel.json`)).json()) as {
    topics: { id: string; repurchase?: number }[];
  };
  return manifest.topics.find((topic) => topic.id === id) ?? {};
}

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
    await read(page, shop, "/en/p/murmel-2/");
    await kept(page, "baby-blue-jackets");
    await read(page, shop, "/de/p/murmel-2/");
    await kept(page, "babyblau");
    const { topics } = await storedProfile(page);
    for (const topic of ["baby-blue-jackets", "babyblau"])
      expect(topics[topic]?.counts).toMatchObject({ view: 1, dwell: 1, scroll: 1 });
    await read(page, shop, "/en/camping/tents/");
    await kept(page, "baby-blue-jackets");
    await visit(page, shop, "/en/");
    expect(await shownIn(page)).toContain("blue");
  });
});
