import { AxeBuilder } from "@axe-core/playwright";
import { bodiesOf, report, seeded } from "../support/answers.js";
import { startCollector } from "../support/collector.js";
import { expect, test, type Page } from "../support/fixtures.js";
import type { SlotOutcome } from "../../sdk/src/statistics/index.js";

/** What is true of the visitors of a slot: percent held out, and in either arm the share that reaches the goal. */
interface Truth {
  slot: string;
  holdout: number;
  goal: { holdout: number; offered: number };
}

const clear: Truth = { slot: "home-hero", holdout: 10, goal: { holdout: 0.1, offered: 0.3 } };
const even: Truth = { slot: "side-note", holdout: 50, goal: { holdout: 0.2, offered: 0.2 } };
const variants = ["peru", "hiking"];

/** Report bodies of visits to one slot. */
function visits({ slot, holdout, goal }: Truth, count: number, seed: number): string[] {
  const random = seeded(seed);
  const share = (): number => random() / 2 ** 32;
  const outcomes = Array.from({ length: count }, (_, at): SlotOutcome => {
    const arm = share() < holdout / 100 ? 0 : 1;
    const reached = (["seen", "clicked", "goal"] as const)[random() % 3] ?? "seen";
    return {
      ...{ slot, variants, holdout, arm, goal: share() < goal[arm === 0 ? "holdout" : "offered"] },
      ...(share() < 0.6 ? { variant: variants[at % 2] ?? "", reached } : { reached: "none" }),
    };
  });
  return bodiesOf(outcomes, random);
}

const row = (page: Page, slot: string): ReturnType<Page["locator"]> =>
  page.getByRole("row").filter({ has: page.getByRole("link", { name: slot, exact: true }) });

test("a marketer's path: not enough data, then an effect that is there is seen, and one that is not is not", async ({
  page,
}) => {
  test.slow();
  const collector = await startCollector();
  await page.goto(collector.setup);
  await expect(page.getByText("No results yet")).toBeVisible();
  await report(collector, visits(clear, 90, 1));
  await page.reload();
  await expect(row(page, "home-hero")).toContainText("not enough data");
  await page.getByRole("link", { name: "home-hero" }).click();
  await expect(page.getByText("each group needs at least 100 answers")).toBeVisible();

  await report(collector, [...visits(clear, 2000, 2), ...visits(even, 2000, 3)]);
  await page.getByRole("link", { name: "Results" }).click();
  await expect(row(page, "home-hero")).toContainText("▲ clear effect");
  await expect(row(page, "side-note")).toContainText("no clear effect");
  await page.getByRole("link", { name: "home-hero" }).click();
  await expect(page.getByText("Both intervals are above zero")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Difference: \+[\d.]+ pp, 95% interval/ })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "peru", exact: true }).first()).toBeVisible();
  await page.getByLabel("Effect to be found").fill("5");
  await page.getByRole("button", { name: "Work out" }).click();
  await expect(page.getByText(/[\d,]+ answers are needed\. At .+ answers a day that is/)).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toBe("heimspiel-outdoor-home-hero.csv");
  await page.getByRole("link", { name: "Deutsch" }).click();
  await expect(page.getByText("Beide Intervalle liegen über null")).toBeVisible();
  await collector.stop();
});

test("a share link reads one site, writes nothing, and ends when it is revoked", async ({
  page,
  browser,
}) => {
  const collector = await startCollector();
  await report(collector, visits(clear, 200, 4));
  await page.goto(collector.setup);
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByLabel("For whom or what").first().fill("Agency");
  await page.getByRole("button", { name: "Make a share link" }).click();
  const link = await page.getByLabel("To copy").inputValue();

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await guest.getByRole("link", { name: "home-hero" }).click();
  await expect(guest.getByRole("heading", { name: "Does the slot help?" })).toBeVisible();
  await expect(guest.getByRole("link", { name: "Settings" })).toHaveCount(0);
  await guest.goto(new URL("settings", link).href);
  await expect(guest.getByText("for reading only")).toBeVisible();
  const write = await guest.request.post(new URL("settings", link).href, {
    headers: { "Sec-Fetch-Site": "same-origin" },
    form: { do: "site", name: "mine" },
  });
  expect(write.status()).toBe(403);

  await page.getByRole("button", { name: "Revoke: Agency" }).click();
  await expect(page.getByText("no longer works")).toBeVisible();
  await expect(page.getByText("mine", { exact: true })).toHaveCount(0);
  await guest.goto(new URL("./", link).href);
  await expect(guest.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await guest.context().close();
  await collector.stop();
});

test("the dashboard is used by keyboard, and printed without its controls", async ({ page }) => {
  const collector = await startCollector();
  await report(collector, visits(clear, 200, 6));
  await page.goto(collector.setup);
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).not.toBeInViewport();
  await page.keyboard.press("Tab");
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "home-hero" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "home-hero", level: 1 })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Does the slot help?" })).toBeVisible();
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("button")).toHaveCount(0);
  await collector.stop();
});

const paths = [
  "./",
  "slot?site=outdoor&name=home-hero",
  "interests",
  "privacy",
  "settings",
  "setup?token=wrong",
];

test("axe finds nothing on any page, light and dark, on a phone nothing is cut off, and the policy holds", async ({
  page,
}) => {
  test.slow();
  const collector = await startCollector();
  await report(collector, visits(clear, 600, 5));
  const violations: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) violations.push(message.text());
  });
  await page.goto(collector.setup);
  for (const [colorScheme, width] of [
    ["light", 1280],
    ["dark", 390],
    ["dark", 1280],
    ["light", 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    for (const path of paths) {
      await page.goto(new URL(path, `${collector.url}/`).href);
      // What is folded away would not be looked at.
      for (const fold of await page.locator("details:not([open]) > summary").all()) await fold.click();
      const { violations: found } = await new AxeBuilder({ page }).analyze();
      expect(found, `${path} ${colorScheme} ${width}`).toEqual([]);
      const cut = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(cut, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  expect(violations).toEqual([]);
  await collector.stop();
});
