import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { bePatient } from "../support/fixtures.js";
import { readRecord } from "../support/journey.js";
import { pageOf, serve, type Answer, type Site } from "./serve.js";

export { expect, pageOf };
export type { Locator, Page, Site };

/** What is used here of the client. */
export interface Client {
  consent: {
    get(): Record<string, string>;
    set(choice: Record<string, string>): void;
    withdraw(): void;
  };
  declare(name: string, value: string): void;
  refresh(root?: unknown): void;
  stop(): void;
  export(): Promise<{
    profile?: {
      visit: { count: number; pages: number };
      topics: Record<string, { counts: Record<string, number>; pages: object }>;
    };
    memory?: { slots: Record<string, Record<string, unknown>> };
  }>;
}

declare global {
  interface Window {
    heimspiel: Client;
  }
}

/** A slot whose variant is for skiers. */
export const slot = (name: string, attributes = "", when = "declared.sport = ski"): string =>
  `<section data-heim-slot="${name}" ${attributes}><h2>Default ${name}</h2>` +
  `<template data-heim-variant="ski" data-heim-when="${when}"><h2>Skis ${name}</h2></template></section>`;

export const named = (page: Page, name: string): Locator => page.locator(`[data-heim-slot="${name}"]`);

/** A visitor who has said yes, and is known to ski. */
export async function becomeSkier(page: Page, { url }: Site): Promise<void> {
  await page.goto(`${url}/empty`);
  await page.waitForFunction(() => "consent" in ((window as Partial<Window>).heimspiel ?? {}));
  await page.evaluate(() => {
    window.heimspiel.consent.set({ personalization: "granted", statistics: "granted" });
    window.heimspiel.declare("sport", "ski");
  });
  await expect
    .poll(async () => {
      const state = (await page.evaluate(readRecord, "state")) as
        { profile?: { declared?: { sport?: unknown } } } | undefined;
      return state?.profile?.declared?.sport;
    })
    .toBeTruthy();
}

/** What the page's client knows, once there is one. */
export async function known(page: Page): ReturnType<Client["export"]> {
  await page.waitForFunction(() => "export" in ((window as Partial<Window>).heimspiel ?? {}));
  return page.evaluate(() => window.heimspiel.export());
}

/** Waits until this page has begun to learn: it is counted. */
export async function counted(page: Page, pages: number): Promise<void> {
  await expect.poll(async () => (await known(page)).profile?.visit.pages).toBe(pages);
}

/** Serves a test's own pages. */
export const test = base.extend<{
  open: (answers: Record<string, Answer>, isStrict?: boolean) => Promise<Site>;
  patient: boolean;
}>({
  open: async ({}, use) => {
    const sites: Site[] = [];
    await use(async (answers, isStrict) => {
      const site = await serve({ "/empty": pageOf("<p>Nothing</p>"), ...answers }, isStrict);
      sites.push(site);
      return site;
    });
    for (const site of sites) await site.close();
  },
  patient: [
    async ({ context }, use) => {
      await context.addInitScript(bePatient);
      await use(true);
    },
    { auto: true },
  ],
});
