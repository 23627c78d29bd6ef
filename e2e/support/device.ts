import { expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { accept, address, hide, observed, readRecord, type Cmp } from "./journey.js";

/** The slot the consent tests look at. */
export const hero = (page: Page): Locator => page.locator("[data-heim-slot=home-hero]");

/** The names of all databases of the page's origin. */
export const databases = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

/** What is used here of the client. */
export interface Client {
  consent: {
    get(): Record<string, string>;
    set(choice: Record<string, string>): void;
    withdraw(): void;
  };
  export(): Promise<{ profile?: unknown; consent?: unknown }>;
}

declare global {
  interface Window {
    /** A connection a test holds, see `holdOpen`. */
    held?: IDBDatabase;
  }
}

export const unknown = { personalization: "unknown", statistics: "unknown" };
export const granted = { personalization: "granted", statistics: "granted" };
export const denied = { personalization: "denied", statistics: "denied" };

/** What the page's client says of every purpose, once there is a client. */
export async function choiceOn(page: Page): Promise<Record<string, string>> {
  const choice = await page.waitForFunction(() =>
    (window as { heimspiel?: Partial<Client> }).heimspiel?.consent?.get(),
  );
  return (await choice.jsonValue()) as Record<string, string>;
}

/** Withdraws through the client itself, whatever the page shows. */
export const withdraw = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { heimspiel: Client }).heimspiel.consent.withdraw());

/** Chooses through the client, as a shop's own interface does. */
export const choose = (page: Page, choice: Record<string, string>): Promise<void> =>
  page.evaluate(
    (chosen) => (window as unknown as { heimspiel: Client }).heimspiel.consent.set(chosen),
    choice,
  );

/** The default content is what the visitor sees, for want of consent, and the page's client knows of no profile. */
export async function expectDefault(page: Page): Promise<void> {
  await expect(hero(page)).toHaveAttribute("data-heim-state", "no-consent");
  await expect(hero(page)).not.toHaveAttribute("data-heim-active");
  await expect(hero(page).locator("h1, h2").first()).toBeVisible();
  expect((await choiceOn(page))["personalization"]).not.toBe("granted");
  const known = page.evaluate(() => (window as unknown as { heimspiel: Client }).heimspiel.export());
  expect((await known).profile).toBeUndefined();
}

/** Three boots of the shop: to look at them is evidence of hiking. */
export const boots = ["passo-mid", "grat-high", "kiesel-low"];

/** Looks at three boots, each by its address: there is no way back from one to the next in every browser used here. */
export async function lookAtBoots(page: Page, open: (path: string) => string): Promise<void> {
  for (const [at, boot] of boots.entries()) {
    await page.goto(open(`/en/p/${boot}/`));
    await observed(page);
    // What is learnt is written when a page is hidden; one that is gone in the next moment may lose it.
    await expect
      .poll(async () => {
        await hide(page);
        return pagesAboutHiking(page);
      })
      .toBeGreaterThan(at);
  }
}

async function pagesAboutHiking(page: Page): Promise<number> {
  const state = (await page.evaluate(readRecord, "state")) as
    { profile: { topics: Record<string, { pages: object }> } } | undefined;
  return Object.keys(state?.profile.topics["hiking"]?.pages ?? {}).length;
}

/** Opens the start page, which is personalized. */
export async function openPersonalizedHome(page: Page, open: (path: string) => string): Promise<void> {
  await page.goto(open("/en/"));
  await expect(hero(page)).toHaveAttribute("data-heim-state", "personalized");
  await expect(hero(page)).toHaveAttribute("data-heim-active", "hiking");
}

/** A visitor who has consented, has looked at boots and is back on the start page. */
export async function becomeKnown(page: Page, shop: { url: string }, cmp: Cmp = "manual"): Promise<void> {
  const open = (path: string): string => address(shop, path, cmp);
  await page.goto(open("/en/"));
  await accept(page, cmp);
  await lookAtBoots(page, open);
  await openPersonalizedHome(page, open);
}

/** A tab without any script of the shop that holds the database open and ignores `versionchange`. */
export async function holdOpen(context: BrowserContext, shop: { url: string }): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(`${shop.url}/heimspiel.json`);
  await tab.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("heimspiel");
        opening.onupgradeneeded = () => reject(new Error("there is no database to hold"));
        opening.onsuccess = () => {
          window.held = opening.result;
          resolve();
        };
      }),
  );
  return tab;
}

/** The keys that a tab sees through the connection it holds; a new one would wait behind the deletion. */
export const keysHeldBy = (tab: Page): Promise<IDBValidKey[]> =>
  tab.evaluate(
    () =>
      new Promise<IDBValidKey[]>((resolve, reject) => {
        const request = window.held?.transaction("keyval").objectStore("keyval").getAllKeys();
        if (!request) return reject(new Error("nothing is held"));
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error("could not read"));
      }),
  );

/** What the record on the device says of every purpose; `undefined` when there is none. */
export async function keptPurposes(page: Page): Promise<Record<string, string> | undefined> {
  const record = (await page.evaluate(readRecord, "consent")) as
    { purposes: Record<string, string> } | undefined;
  return record?.purposes;
}

/** The keys of all records on the device. */
export const keysOn = (page: Page): Promise<IDBValidKey[]> =>
  page.evaluate(
    () =>
      new Promise<IDBValidKey[]>((resolve) => {
        const opening = indexedDB.open("heimspiel");
        opening.onupgradeneeded = () => opening.transaction?.abort();
        opening.onerror = () => resolve([]);
        opening.onsuccess = () => {
          const request = opening.result.transaction("keyval").objectStore("keyval").getAllKeys();
          request.onsuccess = () => {
            opening.result.close();
            resolve(request.result);
          };
        };
      }),
  );

/** Takes all records out of the database and leaves it there, empty, without a word to anybody; runs in the page. */
export function clearRecords(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("heimspiel");
    opening.onupgradeneeded = () => void opening.result.createObjectStore("keyval");
    opening.onsuccess = () => {
      const clearing = opening.result.transaction("keyval", "readwrite");
      clearing.objectStore("keyval").clear();
      clearing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}
