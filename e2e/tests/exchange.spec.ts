import { databases, choose, denied, granted } from "../support/device.js";
import { expect, test, type Page, type Shop } from "../support/fixtures.js";
import { accept, address, hide, readRecord } from "../support/journey.js";
import { focused, part, violations } from "../support/panel.js";
import { rewritePages } from "../support/pages.js";

const tour = (shop: Shop, language: "en" | "de" = "en"): string =>
  address(shop, language === "en" ? "/en/your-tour/" : "/de/ihre-tour/", "manual");

const quiz = (page: Page) => page.locator("form[data-heim-quiz]");
const exchange = (page: Page) => page.locator("heim-exchange");
const slot = (page: Page, name: string) => page.locator(`[data-heim-slot=tour-${name}]`);
const said = (page: Page) => exchange(page).getByRole("status");

/** What the visitor reads in a slot. */
const headings = (page: Page): Promise<string[]> => page.locator("[data-heim-slot] h2").allTextContents();

const declared = async (page: Page): Promise<unknown> => {
  const state = (await page.evaluate(readRecord, "state")) as { profile?: { declared?: object } } | undefined;
  return Object.keys(state?.profile?.declared ?? {});
};

/** Comes back to the quiz with consent, nothing below it seen. */
async function openQuiz(page: Page, shop: Shop, language: "en" | "de" = "en"): Promise<void> {
  await page.goto(tour(shop, language));
  await accept(page, "manual");
  await page.reload();
  await expect(part(exchange(page), "note")).toContainText(/this device|diesem Gerät/);
}

/** Chooses without a press of the mouse, which would scroll. */
async function pick(page: Page, value: string): Promise<void> {
  await quiz(page)
    .locator(`[value=${value}]`)
    .evaluate((input: HTMLInputElement) => {
      input.checked = true;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
}

const submit = (page: Page): Promise<void> =>
  quiz(page).evaluate((form: HTMLFormElement) => form.requestSubmit());

test("what is announced is what then happens, at once and on the next view, and nothing else changes", async ({
  page,
  shop,
}) => {
  await openQuiz(page, shop);
  await expect(said(page)).toHaveText(/^Choose, and you see here/);
  const before = await headings(page);
  await pick(page, "journey");
  await expect(said(page)).toContainText("this changes on this page at once:Duffel and packing cubes");
  await expect(said(page)).toContainText(
    "changes later, at the latest when you open this page again:Weeks away, and still one baginstead of: Good tours begin",
  );
  await pick(page, "rain");
  await expect(said(page)).toContainText("How to keep rain out");
  const [once, later] = await part(exchange(page), "places").all();
  const firstLines = (places: typeof once): Promise<unknown> =>
    places!.locator("li").evaluateAll((items) => items.map(({ firstChild }) => firstChild?.textContent));
  expect(await firstLines(once)).toEqual(["Duffel and packing cubes", "How to keep rain out"]);
  expect(await firstLines(later)).toEqual(["Weeks away, and still one bag"]);
  // Announced, not done.
  expect(await headings(page)).toEqual(before);
  await hide(page);
  expect(await declared(page)).toEqual([]);

  await submit(page);
  await expect(said(page)).toContainText("Done. This has changed on this page:Duffel and packing cubes");
  expect(await headings(page)).toEqual([
    "Good tours begin at the kitchen table",
    "Duffel and packing cubes",
    "How to keep rain out",
    "Something else?",
  ]);
  await expect.poll(() => declared(page)).toEqual(expect.arrayContaining(["tour", "weather"]));
  await page.reload();
  await expect
    .poll(() => headings(page))
    .toEqual([
      "Weeks away, and still one bag",
      "Duffel and packing cubes",
      "How to keep rain out",
      "Something else?",
    ]);
  await expect(quiz(page)).toHaveAttribute("data-heim-state", "told");
  await expect(page.locator(".heim-told")).toBeVisible();
});

test("a place that has come into view stays, and is announced so before it is told", async ({
  page,
  shop,
}) => {
  await openQuiz(page, shop);
  await pick(page, "night");
  await expect(said(page)).toContainText("at once:Tent, mat, sleeping bag");
  await slot(page, "gear").evaluate((gear) => gear.scrollIntoView({ block: "center" }));
  await expect(said(page)).not.toContainText("at once");
  await expect(said(page)).toContainText("Tent, mat, sleeping bag");
  await submit(page);
  await expect(said(page)).toContainText("Done. Nothing has changed on this page so far.");
  await expect(slot(page, "gear")).not.toHaveAttribute("data-heim-active");
  await page.reload();
  await expect(slot(page, "gear")).toHaveAttribute("data-heim-active", "night");
});

test("a text changes at once, seen or not; an answer that is not kept is named", async ({ page, shop }) => {
  await openQuiz(page, shop);
  const name = page.getByRole("textbox", { name: "What may we call you?" });
  await name.fill("Ada");
  await expect(said(page)).toContainText("at once:Adainstead of: good to see you");
  await submit(page);
  await expect(page.locator("[data-heim-text]")).toHaveText("Ada");
  await expect(said(page)).toContainText("Done. This has changed on this page:Ada");
  await name.fill("ada@shop.example");
  await expect(said(page)).toContainText("Not kept, as it is too personal: What may we call you?");
  await expect(said(page)).toContainText("changes nothing on this page");
  await submit(page);
  await expect(page.locator("[data-heim-text]")).toHaveText("Ada");
  await name.fill("");
  await expect(said(page)).toContainText("at once:What everyone sees");
  await submit(page);
  await expect(page.locator("[data-heim-text]")).toHaveText("good to see you");
  await expect.poll(() => declared(page)).not.toContain("first-name");
});

test("without consent it says that nothing is kept, and keeps nothing; with it, and without it again, it follows", async ({
  page,
  shop,
}) => {
  await page.goto(tour(shop));
  await expect(said(page)).toHaveText(/^Without your consent to personal content, your answer is not kept/);
  await pick(page, "journey");
  await submit(page);
  expect(await databases(page)).toEqual([]);
  await choose(page, granted);
  await expect(said(page)).toContainText("Duffel and packing cubes");
  await choose(page, denied);
  await expect(said(page)).toHaveText(/^Without your consent/);
  await expect(quiz(page)).not.toHaveAttribute("data-heim-state");
});

test("personal content turned down: the answer is kept, and said to change nothing", async ({
  page,
  shop,
}) => {
  await openQuiz(page, shop);
  await page.evaluate(() =>
    (window as unknown as { heimspiel: { intensity(level: string): unknown } }).heimspiel.intensity("page"),
  );
  await pick(page, "journey");
  await expect(said(page)).toHaveText(/^Your answer is kept, but changes nothing/);
  const before = await headings(page);
  await submit(page);
  await expect.poll(() => declared(page)).toContain("tour");
  expect(await headings(page)).toEqual(before);
});

test("it is loaded where the page has it, and nowhere else; choosing sends nothing", async ({
  page,
  shop,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address(shop, "/en/", "manual"));
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => url.endsWith("exchange.js"))).toEqual([]);
  await openQuiz(page, shop);
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => url.endsWith("exchange.js")).length).toBeGreaterThan(0);
  const sofar = asked.length;
  await pick(page, "journey");
  await expect(said(page)).toContainText("Duffel");
  expect(asked.slice(sofar)).toEqual([]);
});

test("a place is shown by keyboard: ringed, in view, and with the focus", async ({ page, shop }) => {
  await openQuiz(page, shop);
  await pick(page, "journey");
  const show = exchange(page).getByRole("button", { name: "Show: Weeks away, and still one bag" });
  await show.press("Enter");
  await expect(slot(page, "advice")).toBeFocused();
  await expect(slot(page, "advice")).toBeInViewport();
  const rings = slot(page, "advice").evaluate((place) => place.getAnimations().length);
  expect(await rings).toBe(1);
  // What has not been seen yet can only be shown once it has changed.
  await expect(exchange(page).getByRole("button", { name: /Duffel/ })).toHaveCount(0);
  await submit(page);
  await exchange(page).getByRole("button", { name: "Show: Duffel and packing cubes" }).press("Enter");
  await expect(slot(page, "gear")).toBeFocused();
  expect(await focused(page)).toBe("section");
});

for (const [language, scheme, forcedColors] of [
  ["en", "light", "none"],
  ["de", "dark", "none"],
  ["de", "light", "active"],
] as const) {
  test(`axe finds nothing in any state, and nothing is cut off: ${language} ${scheme}, forced colours ${forcedColors}`, async ({
    page,
    shop,
  }) => {
    await page.emulateMedia({ colorScheme: scheme, forcedColors });
    // This shop is light: the dark page has no style but the quiz's.
    if (scheme === "dark")
      await rewritePages(page, (html) =>
        html
          .replace("<head>", `<head><meta name="color-scheme" content="dark">`)
          .replace("<body>", `<body bgcolor="#121212" link="#a8d0f0">`)
          .replaceAll(/<link rel="stylesheet" href="\/assets[^>]*>/g, ""),
      );
    await page.goto(tour(shop, language));
    await expect(said(page)).not.toBeEmpty();
    expect(await violations(page)).toEqual([]);
    await openQuiz(page, shop, language);
    await pick(page, "journey");
    await expect(part(exchange(page), "place")).toHaveCount(2);
    expect(await violations(page)).toEqual([]);
    await submit(page);
    await expect(said(page)).toContainText(/Done|Erledigt/);
    expect(await violations(page)).toEqual([]);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 700 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
}

test("a screen reader hears what changes, and by which names it is shown", async ({ page, shop }) => {
  await openQuiz(page, shop);
  await pick(page, "day");
  await expect(part(exchange(page), "place")).toHaveCount(2);
  await expect(exchange(page)).toMatchAriaSnapshot(`
    - status:
      - paragraph: "With this answer, this changes on this page at once:"
      - list:
        - listitem: /The small pack/
      - paragraph: "You have seen this already, so it changes later, at the latest when you open this page again:"
      - list:
        - listitem:
          - 'button "Show: For a day, take less than you think"'
    - paragraph: Your answer stays on this device. You can change or delete it at any time.
  `);
});
