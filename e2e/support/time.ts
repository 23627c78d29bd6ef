import { expect, type Page } from "@playwright/test";
import { address, hide, readRecord } from "./journey.js";

export const minute = 60_000;
export const day = 1440 * minute;

/** Shifts the page's clock, `Date.now()`, by so many ms from the true time; runs in the page. */
function shiftClock(ms: number): void {
  Date.now = () => Math.floor(performance.timeOrigin + performance.now()) + ms;
}

/** Every page from here on is at this distance from the present, in ms; the page that is open stays in its own time. */
export async function travel(page: Page, ms: number): Promise<void> {
  await page.addInitScript(shiftClock, ms);
}

/** So many ms pass on the page that is open. */
const pass = (page: Page, ms: number): Promise<void> =>
  page.evaluate((more) => {
    const { now } = Date;
    Date.now = () => now() + more;
  }, ms);

/** What is used here of a stored profile. */
export interface StoredProfile {
  topics: Record<
    string,
    { at: number; bought?: number; muted?: number; counts: Record<string, number>; pages: object }
  >;
  facets: object;
  visit: { count: number; pages: number };
  campaign?: { id: string; channel?: string };
}

/** The profile that lies on the device. */
export async function storedProfile(page: Page): Promise<StoredProfile> {
  const state = (await page.evaluate(readRecord, "state")) as { profile: StoredProfile };
  return state.profile;
}

/** Waits until something this page told of a topic is on the device: a look, or a purchase. */
export async function kept(page: Page, topic: string, what: "at" | "bought" = "at"): Promise<void> {
  const began = await page.evaluate(() => Date.now() - performance.now());
  await expect
    .poll(
      async () => {
        await hide(page); // what is learnt is written when a page is hidden
        return (await storedProfile(page)).topics[topic]?.[what] ?? 0;
      },
      { intervals: [20] },
    )
    .toBeGreaterThan(began);
}

/** Follows a link or sends a form, until the SDK has taken in the page it leads to, whatever it has noted down of it. */
export async function followed(page: Page, go: () => Promise<unknown>): Promise<void> {
  const before = (await storedProfile(page)).visit.pages;
  await go();
  await page.waitForLoadState();
  await expect
    .poll(
      async () => {
        await hide(page);
        return (await storedProfile(page)).visit.pages;
      },
      { intervals: [20] },
    )
    .toBeGreaterThan(before);
}

/** Goes to a page, until the SDK has taken it in. */
export const visit = (page: Page, shop: { url: string }, path: string): Promise<void> =>
  followed(page, () => page.goto(address(shop, path, "manual")));

/** Stays on the page for half a minute, and reads it to its end. */
export async function stay(page: Page): Promise<void> {
  await pass(page, 25_000);
  await page.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    for (const top of [0, document.documentElement.scrollHeight]) {
      scrollTo({ top, behavior: "instant" });
      await frame();
      await frame();
    }
  });
}

/** Goes to a page and reads it. */
export async function read(page: Page, shop: { url: string }, path: string): Promise<void> {
  await visit(page, shop, path);
  await stay(page);
}

/** Looks at a page about boots, or another topic, until it has been taken in. */
export async function look(
  page: Page,
  shop: { url: string },
  path: string,
  topic = "hiking-boots",
): Promise<void> {
  await page.goto(address(shop, path, "manual"), { waitUntil: "commit" });
  await kept(page, topic);
}
