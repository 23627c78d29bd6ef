import { choose, granted } from "../support/device.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { accept, address, buy, readRecord } from "../support/journey.js";
import { dialog, part, why } from "../support/panel.js";
import { rewritePages } from "../support/pages.js";
import { day, kept, look, minute, storedProfile, travel } from "../support/time.js";
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
    await why(page).click();
    const reason = part(dialog(page), "reason");
    await expect(reason).toContainText(/because you bought hiking boots/i);
    await expect(reason).toContainText(/travel gear/i);
    await expect(reason).not.toContainText(/looked at/i);
    await page.keyboard.press("Escape");
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
