import { readFileSync } from "node:fs";
import { becomeKnown, databases, hero } from "../support/device.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { address, readRecord } from "../support/journey.js";
import { focused, myData, part, topicRow, violations } from "../support/panel.js";
import { storedProfile } from "../support/time.js";

const home = (shop: Shop): string => address(shop, "/en/", "manual");

/** Goes, known as a hiker, to what the shop shows of that. */
async function openPreferences(page: Page, shop: Shop): Promise<void> {
  await becomeKnown(page, shop);
  await page.goto(myData(shop));
  await expect(topicRow(page, "Hiking")).toBeVisible();
}

const strengthOf = async (page: Page): Promise<number> =>
  Number(await topicRow(page, "Hiking").getByRole("meter").getAttribute("value"));

test("every topic with its strength and evidence; raised, lowered, muted and deleted, in view and on the device", async ({
  page,
  shop,
}) => {
  await openPreferences(page, shop);
  const row = topicRow(page, "Hiking");
  await expect(part(row, "evidence")).toHaveText(/looked at \d pages, the last time today/);
  const before = await strengthOf(page);
  await part(row, "raise").press("Enter");
  await expect.poll(() => strengthOf(page)).toBeGreaterThan(before);
  expect(await focused(page)).toContain("raise");
  const raised = await strengthOf(page);
  await part(row, "lower").click();
  await expect.poll(() => strengthOf(page)).toBeLessThan(0.6 * raised);
  await part(row, "mute").click();
  await expect(row).toContainText("muted: not used");
  await expect.poll(async () => (await storedProfile(page)).topics["hiking"]?.muted).toBeTruthy();
  await row.getByRole("button", { name: "Unmute: Hiking" }).click();
  await expect(row).not.toContainText("muted");
  await part(row, "forget").click();
  await expect(row).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "Hiking is deleted." })).toBeAttached();
  await expect.poll(async () => (await storedProfile(page)).topics["hiking"]).toBeUndefined();
  await page.goto(home(shop));
  await expect(hero(page)).toHaveAttribute("data-heim-state", "default");
});

test("a screen reader hears what each thing is called, and what it is about", async ({ page, shop }) => {
  await openPreferences(page, shop);
  await expect(page.locator("heim-preferences")).toMatchAriaSnapshot(`
    - group "How personal may this shop be?":
      - radio /Off/
      - radio /This page only/
      - radio /Normal/ [checked]
    - region "Your topics":
      - heading "Your topics" [level=2]
      - list:
        - listitem:
          - meter "Strength of Hiking boots"
          - 'button "More: Hiking boots"'
          - 'button "Less: Hiking boots"'
          - 'button "Mute: Hiking boots"'
          - 'button "Delete: Hiking boots"'
    - region "How you came here"
    - region "What you allow":
      - switch /Personal content/ [checked]
      - switch /Anonymous statistics/ [checked]
    - region "Every answer ever sent"
    - region "Your data in your hands":
      - button "Save my data"
      - button "Erase everything"
  `);
  await expect(page.locator("heim-recap")).toMatchAriaSnapshot(`
    - heading "Your first days here" [level=2]
    - img "My time at Almweg"
    - button "Save picture"
    - heading "What drew you most" [level=3]
    - list:
      - listitem: /Hiking boots/
  `);
});

test("how personal: this page only and off leave the profile, and end its use on this page and the next", async ({
  page,
  shop,
}) => {
  await openPreferences(page, shop);
  for (const [name, state] of [
    ["This page only", "default"],
    ["Off", "no-consent"],
  ] as const) {
    await page.goto(myData(shop));
    await page.getByRole("radio", { name }).check();
    await expect(page.getByRole("radio", { name })).toBeFocused();
    await expect.poll(async () => page.evaluate(readRecord, "state")).toHaveProperty("intensity");
    await page.goto(home(shop));
    await expect(hero(page)).toHaveAttribute("data-heim-state", state);
    expect((await storedProfile(page)).topics["hiking"]).toBeTruthy();
  }
  await page.goto(myData(shop));
  await expect(page.getByRole("radio", { name: "Off" })).toBeChecked();
  await page.getByRole("radio", { name: "Normal" }).check();
  await expect.poll(async () => page.evaluate(readRecord, "state")).not.toHaveProperty("intensity");
  await page.goto(home(shop));
  await expect(hero(page)).toHaveAttribute("data-heim-active", "hiking");
});

test("what was told can be changed and taken back", async ({ page, shop }) => {
  await openPreferences(page, shop);
  await page.evaluate(() => {
    const { heimspiel } = window as unknown as { heimspiel: { declare(name: string, value: unknown): void } };
    heimspiel.declare("shoe-size", 42);
    heimspiel.declare("vegan", true);
  });
  const size = page.getByRole("spinbutton", { name: "shoe size" });
  await size.fill("43");
  await size.press("Enter");
  const declared = async (): Promise<unknown> =>
    ((await storedProfile(page)) as unknown as { declared: Record<string, { value: unknown }> }).declared;
  await expect.poll(declared).toMatchObject({ "shoe-size": { value: 43 } });
  await page.getByRole("checkbox", { name: "vegan" }).uncheck();
  await page.getByRole("button", { name: "Save: vegan" }).click();
  await expect.poll(declared).toMatchObject({ vegan: { value: false } });
  await page.getByRole("button", { name: "Delete: shoe size" }).click();
  await expect.poll(declared).not.toHaveProperty("shoe-size");
  await expect(size).toHaveCount(0);
});

test("all data as a file; then everything is erased, with a clear end", async ({ page, shop }) => {
  await openPreferences(page, shop);
  expect(await violations(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent("download"), part(page, "export").click()]);
  const data = JSON.parse(readFileSync(await download.path(), "utf8")) as { profile: { topics: object } };
  expect(download.suggestedFilename()).toBe("localhost-my-data.json");
  expect(Object.keys(data.profile.topics)).toContain("hiking");

  await part(page, "erase").press("Enter");
  expect(await focused(page)).toContain("keep");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  expect(await focused(page)).toContain("erase");
  await part(page, "erase").click();
  await part(page, "yes").click();
  await expect(page.getByRole("status").filter({ hasText: "Everything is erased" })).toBeFocused();
  await expect.poll(() => databases(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await expect(page.getByRole("switch", { name: "Personal content" })).not.toBeChecked();
});

test("consent, purpose by purpose: a no erases at once, a yes begins anew", async ({ page, shop }) => {
  await openPreferences(page, shop);
  const personal = page.getByRole("switch", { name: "Personal content" });
  await expect(personal).toBeChecked();
  await personal.uncheck();
  await expect(part(page, "empty")).toHaveText("Nothing is kept about you.");
  await expect(personal).toBeFocused();
  await personal.check();
  await expect(page.getByRole("radio", { name: "Normal" })).toBeChecked();
  await expect(topicRow(page, "Hiking")).toHaveCount(0);
});

test("before a choice it says that nothing is kept, and keeps nothing", async ({ page, shop }) => {
  await page.goto(myData(shop));
  await expect(part(page, "empty")).toHaveText("Nothing is kept about you.");
  expect(await databases(page)).toEqual([]);
});
