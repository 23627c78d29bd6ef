import { readFileSync } from "node:fs";
import { becomeKnown, databases } from "../support/device.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { accept, address } from "../support/journey.js";
import { focused, myData, part, shifts, violations } from "../support/panel.js";
import { storedProfile } from "../support/time.js";

const recap = (page: Page) => page.locator("heim-recap");
const picture = (page: Page) => recap(page).getByRole("img");
const labels = (page: Page) => part(recap(page), "label");

/** Goes, known as a hiker, to the page with the recap. */
async function openRecap(page: Page, shop: Shop, language: "en" | "de" = "en"): Promise<void> {
  await becomeKnown(page, shop);
  await page.goto(myData(shop, language));
  await expect(picture(page)).toBeVisible();
}

/** Tells the shop something, as a quiz does. */
const tell = (page: Page, name: string, value: unknown): Promise<void> =>
  page.evaluate(
    ([key, answer]) => {
      const { heimspiel } = window as unknown as {
        heimspiel: { declare(name: unknown, value: unknown): void };
      };
      heimspiel.declare(key, answer);
    },
    [name, value],
  );

for (const [language, title, topics, visits] of [
  ["en", "My time at Almweg", ["Hiking boots", "Hiking"], "1 visit · 3 pages · since "],
  ["de", "Meine Zeit bei Almweg", ["Wanderschuhe", "Wandern"], "1 Besuch · 3 Seiten · seit "],
] as const) {
  test(`a known visitor sees what the profile holds, drawn and in words: ${language}`, async ({
    page,
    shop,
  }) => {
    await openRecap(page, shop, language);
    await expect(page.getByRole("img", { name: title })).toBeVisible();
    await expect(picture(page).locator("desc")).toHaveText(/Each hill|Jeder Hügel/);
    await expect(labels(page)).toHaveText(topics);
    await expect(part(recap(page), "bird")).toHaveCount((await storedProfile(page)).visit.count);
    await expect(part(recap(page), "numbers")).toContainText(visits);
    await expect(recap(page).getByRole("listitem")).toContainText(topics);
    await expect(recap(page).getByRole("heading", { level: 2 })).toHaveText(/first days|ersten Tage/);
    expect(await picture(page).locator("path").count()).toBeGreaterThan(8);
  });
}

test("it follows what the visitor changes, up to the end", async ({ page, shop }) => {
  await openRecap(page, shop);
  await tell(page, "shoe-size", 42);
  await expect(part(recap(page), "flower")).toHaveCount(1);
  await expect(part(recap(page), "words")).toContainText("shoe size42");
  await page.getByRole("button", { name: "Mute: Hiking boots" }).click();
  await expect(labels(page)).toHaveText(["Hiking"]);
  await page.getByRole("radio", { name: "Off" }).check();
  await expect(recap(page)).toContainText("less personal pages");
  await page.getByRole("radio", { name: "Normal" }).check();
  await expect(labels(page)).toHaveText(["Hiking"]);
  await part(page, "erase").click();
  await part(page, "yes").click();
  await expect(recap(page)).toContainText("Nothing is kept about you here");
  await expect(picture(page)).toHaveCount(0);
});

test("before a choice, and before enough is known, it says so and keeps nothing", async ({ page, shop }) => {
  await page.goto(myData(shop));
  await expect(part(recap(page), "silence")).toContainText("Nothing is kept about you here");
  expect(await databases(page)).toEqual([]);
  await accept(page, "manual");
  await expect(part(recap(page), "silence")).toContainText("We do not know enough yet");
  await expect(recap(page).getByRole("button")).toHaveCount(0);
});

test("the saved picture is a PNG in the shop's colours; neither drawing nor saving asks the network", async ({
  page,
  shop,
}) => {
  await openRecap(page, shop);
  await page.waitForLoadState("networkidle");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  page.on("console", (message) => sent.push(message.text()));
  await tell(page, "vegan", true);
  await expect(part(recap(page), "flower")).toHaveCount(1);
  const before = await shifts(page);
  const button = recap(page).getByRole("button", { name: "Save picture" });
  await button.focus();
  const [download] = await Promise.all([page.waitForEvent("download"), button.press("Enter")]);
  expect(download.suggestedFilename()).toBe("localhost.png");
  expect(await focused(page)).toContain("save");
  expect(await shifts(page)).toBe(before);
  const file = readFileSync(await download.path());
  expect(sent.filter((url) => !url.startsWith("blob:"))).toEqual([]);
  const { size, colours, dark } = await page.evaluate(look, file.toString("base64"));
  expect(size).toEqual([1200, 1560]);
  // Meadow, sun and sky.
  expect(colours).toEqual(["29,79,122", "242,177,52", "239,243,246"]);
  expect(dark).toBeGreaterThan(1000);
  expect(file.toString("latin1")).not.toMatch(/vegan|tEXt|iTXt|eXIf/);
});

/** The size of a PNG, the colours of some of its points, and how much dark there is where the shop's name stands; runs in the page. */
async function look(base64: string): Promise<{ size: number[]; colours: string[]; dark: number }> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  context?.drawImage(bitmap, 0, 0);
  const at = (x: number, y: number, width = 1, height = 1): number[] => [
    ...(context?.getImageData(3 * x, 3 * y, 3 * width, 3 * height).data ?? []),
  ];
  const dark = at(26, 50, 150, 30).filter((value, index) => index % 4 === 0 && value < 90).length;
  const points = [at(390, 500), at(87, 146), at(390, 10)];
  return {
    size: [bitmap.width, bitmap.height],
    colours: points.map((point) => point.slice(0, 3).join()),
    dark,
  };
}

for (const [colorScheme, forcedColors, width] of [
  ["light", "none", 1280],
  ["dark", "none", 390],
  ["light", "active", 320],
] as const) {
  test(`axe finds nothing, and nothing scrolls sideways: ${colorScheme}, forced colours ${forcedColors}, ${width} px`, async ({
    page,
    shop,
  }) => {
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(myData(shop));
    await expect(part(recap(page), "silence")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await openRecap(page, shop);
    await tell(page, "favourite-mountain", "The one with the very long name behind the house of my aunt");
    await expect(part(recap(page), "flower")).toHaveCount(1);
    for (const direction of ["ltr", "rtl"]) {
      await page.evaluate(
        ([dir, scheme]) => {
          const { documentElement: root } = document;
          root.setAttribute("dir", String(dir));
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`:root{color-scheme:${String(scheme)}}`);
          document.adoptedStyleSheets = [sheet];
        },
        [direction, colorScheme],
      );
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
    const found = (await violations(page)) as { nodes: { target: unknown[] }[] }[];
    const ours = found.filter(({ nodes }) => JSON.stringify(nodes).includes("heim-recap"));
    expect(ours).toEqual([]);
  });
}

test("a page without it loads nothing of it", async ({ page, shop }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await page.waitForLoadState("networkidle");
  expect(loaded.some((url) => url.endsWith("/consent.js"))).toBe(true);
  expect(loaded.filter((url) => url.includes("recap"))).toEqual([]);
});
