import { becomeKnown, hero } from "../support/device.js";
import { hearErrors } from "../support/errors.js";
import { expect, test } from "../support/fixtures.js";
import { accept, address, hide, readRecord } from "../support/journey.js";
import { dialog, focused, openWhy, part, shifts, why } from "../support/panel.js";
import { onHome, rewritePages } from "../support/pages.js";
import { minute, storedProfile, travel } from "../support/time.js";
import type { Page, Shop } from "../support/fixtures.js";

const home = (shop: Shop, language = "en"): string => address(shop, `/${language}/`, "manual");

interface Memory {
  slots: Record<string, { rests?: number; variants: Record<string, { unclicked: number }> }>;
}
const memoryOf = async (page: Page): Promise<Memory> =>
  ((await page.evaluate(readRecord, "state")) as { memory: Memory }).memory;

test("every personalized slot has its i, no other has; nothing moves, and nothing more is loaded before it is used", async ({
  page,
  shop,
}) => {
  const errors = hearErrors(page);
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(home(shop));
  await expect(page.locator("[data-choice=granted]").first()).toBeVisible();
  expect(loaded).not.toContain("/why.js");
  await becomeKnown(page, shop);
  loaded.length = 0;
  await page.goto(home(shop));
  await expect(why(page)).toBeInViewport({ ratio: 1 });
  for (const slot of await page.locator("[data-heim-slot]").all()) {
    const personalized = (await slot.getAttribute("data-heim-state")) === "personalized";
    await expect(slot.locator("heim-why")).toHaveCount(personalized ? 1 : 0);
  }
  expect(await shifts(page)).toBe(0);
  const { width, height } = (await why(page).boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  expect(loaded).not.toContain("/panel.js");
  await why(page).click();
  await expect(dialog(page)).toBeVisible();
  expect(loaded).toContain("/panel.js");
  expect(loaded).not.toContain("/preferences.js");
  expect(errors.filter((text) => !/404/.test(text))).toEqual([]);
});

test("the answer is the reason that was used, with where it comes from; the i is no click on the variant", async ({
  page,
  shop,
}) => {
  await page.addInitScript(() => {
    document.addEventListener("heim:slot", ({ target, detail }: CustomEventInit & { target: unknown }) => {
      (target as HTMLElement).dataset["told"] = JSON.stringify(detail);
    });
  });
  await openWhy(page, shop);
  const told = JSON.parse((await hero(page).getAttribute("data-told"))!) as {
    reason: { used: { path: string }[] };
  };
  expect(told.reason.used.map(({ path }) => path)).toEqual(["interest.hiking"]);
  const { text } = await page.evaluate(() => {
    const { heimspiel } = window as unknown as {
      heimspiel: { explain(slot: string): Promise<{ text: string }> };
    };
    return heimspiel.explain("home-hero");
  });
  await expect(part(dialog(page), "reason")).toHaveText(text);
  expect(text).toMatch(/^Shown because you looked at \d pages about Hiking, the last time today\.$/);
  await expect(dialog(page).locator("dl")).toHaveText(/^Hikingfrom pages you opened in this shop, last on /);
  await expect(dialog(page)).toMatchAriaSnapshot(`
    - dialog "Why am I seeing this?":
      - button "Close"
      - heading "Why am I seeing this?" [level=2]
      - paragraph: /looked at \\d pages about Hiking/
      - heading "Where this comes from" [level=3]
      - term: Hiking
      - definition: /from pages you opened/
      - paragraph: /stays on this device/
      - button /Less of this/
      - button /Never Hiking/
      - button /Not now/
      - button "All my data"
  `);
  await hide(page);
  const unclicked = async (): Promise<number | undefined> =>
    (await memoryOf(page)).slots["home-hero"]?.variants["hiking"]?.unclicked;
  await expect.poll(unclicked).toBeGreaterThan(0);
});

test("not now: the slot rests in this view and this visit, and is personal again in the next", async ({
  page,
  shop,
}) => {
  await openWhy(page, shop);
  // Strong enough to be there in the next visit, too.
  await page.evaluate(() => {
    const { heimspiel } = window as unknown as { heimspiel: { adjust(topic: string, how: string): unknown } };
    return heimspiel.adjust("hiking", "raise");
  });
  await part(dialog(page), "notNow").click();
  await expect(hero(page)).toHaveAttribute("data-heim-state", "default");
  await expect(hero(page).locator("heim-why")).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "Not now" })).toBeVisible();
  await expect.poll(async () => (await memoryOf(page)).slots["home-hero"]?.rests).toBeGreaterThan(0);
  expect((await storedProfile(page)).topics["hiking"]?.muted).toBeFalsy();
  await page.goto(home(shop));
  await expect(hero(page)).toHaveAttribute("data-heim-state", "default");
  await travel(page, 40 * minute);
  // The page on which a visit begins is decided before it is known that one does.
  await page.goto(home(shop));
  const visits = async (): Promise<number> => (await storedProfile(page)).visit.count;
  const before = await visits();
  await expect
    .poll(async () => {
      await hide(page);
      return visits();
    })
    .toBeGreaterThan(before);
  await page.goto(home(shop));
  await expect(hero(page)).toHaveAttribute("data-heim-active", "hiking");
});

test("never: the topic is muted in this view, on the device and from then on", async ({ page, shop }) => {
  await openWhy(page, shop);
  await part(dialog(page), "never").click();
  await expect(hero(page)).toHaveAttribute("data-heim-state", "default");
  await expect.poll(async () => (await storedProfile(page)).topics["hiking"]?.muted).toBeTruthy();
  await travel(page, 40 * minute);
  for (const language of ["de", "en"]) {
    await page.goto(home(shop, language));
    await expect(hero(page)).toHaveAttribute("data-heim-state", "default");
  }
});

test("less: the topic counts half as much, and the slot rests", async ({ page, shop }) => {
  const strength = (): Promise<number> =>
    page.evaluate(async () => {
      const { heimspiel } = window as unknown as {
        heimspiel: { describe(): Promise<{ topic: string; strength: number }[]> };
      };
      return (await heimspiel.describe()).find(({ topic }) => topic === "hiking")?.strength ?? 0;
    });
  await openWhy(page, shop);
  const before = await strength();
  await part(dialog(page), "less").click();
  await expect(hero(page)).toHaveAttribute("data-heim-state", "default");
  expect(await strength()).toBeLessThan(0.6 * before);
  await expect.poll(async () => (await memoryOf(page)).slots["home-hero"]?.rests).toBeGreaterThan(0);
});

test("the whole way by keyboard, and the focus returns to where it was", async ({ page, shop }) => {
  await becomeKnown(page, shop);
  await why(page).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  for (const name of ["less", "never", "notNow", "all"]) {
    await page.keyboard.press("Tab");
    expect(await focused(page)).toContain(name);
  }
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(why(page)).toBeFocused();

  await page.keyboard.press("Space");
  await part(dialog(page), "all").press("Enter");
  await expect(dialog(page).locator("heim-preferences")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(why(page)).toBeFocused();

  // What goes with its content leaves the focus to the slot.
  await page.keyboard.press("Enter");
  await part(dialog(page), "notNow").press("Enter");
  expect(await focused(page)).toBe("button main");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(hero(page)).toBeFocused();
});

test("a merchant may place it elsewhere or leave it out; the page's own rules do not reach it", async ({
  page,
  shop,
}) => {
  const slot = (name: string, attributes: string, tag = "section"): string =>
    `<${tag} data-heim-slot="${name}" ${attributes}><p>${"Default ".repeat(30)}</p><template data-heim-variant="a">
    <p>${"Variant ".repeat(30)}</p></template></${tag}>`;
  const slots = [
    slot("left", 'data-heim-why="bottom-left"'),
    slot("none", 'data-heim-why="off"'),
    `<ul data-heim-slot="list"><li>Default</li><template data-heim-variant="a"><li>Variant</li></template></ul>`,
  ];
  await rewritePages(page, onHome(slots.join("")));
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*{all:unset}style,script,head,template{display:none}");
    document.addEventListener("DOMContentLoaded", () => document.adoptedStyleSheets.push(sheet));
    document.documentElement.dir = "rtl";
  });
  await page.goto(home(shop));
  await accept(page, "manual");
  await page.goto(home(shop));
  const i = page.locator("[data-heim-slot=left] heim-why");
  await expect(i).toBeVisible();
  await expect(page.locator("[data-heim-slot=none]")).toHaveAttribute("data-heim-state", "personalized");
  await expect(page.locator("[data-heim-slot=none] heim-why")).toHaveCount(0);
  await expect(page.locator("[data-heim-slot=list] > li > heim-why")).toHaveCount(1);
  const look = await i.evaluate((element) => {
    const { position, display } = getComputedStyle(element);
    return [position, display];
  });
  expect(look).toEqual(["absolute", "block"]);
  await i.locator("button").click();
  await expect(dialog(page)).toContainText("Shown to everyone: nothing about you was used.");
  await expect(part(dialog(page), "less")).toHaveCount(0);
  const { width, height } = (await dialog(page).boundingBox())!;
  expect(Math.min(width, height)).toBeGreaterThan(200);
  await page.keyboard.press("Escape");
  await page.emulateMedia({ media: "print" });
  await expect(i).toBeHidden();
});
