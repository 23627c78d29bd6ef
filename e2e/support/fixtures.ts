import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { startCollector, type Collector } from "./collector.js";

/** What runs is the built shop, which is not there yet when types are checked. */
const built = new URL("../../demo-site/dist/server.js", import.meta.url).href;
const { createShop } = (await import(built)) as typeof import("../../demo-site/src/server.js");

export { expect };
export type { BrowserContext, Page };

/** The demo shop, served with its collector. */
export interface Shop {
  url: string;
  collector: Collector;
}

/**
 * Makes the browser's randomness repeatable, so that the device is drawn into the offered arm: the holdout of the shop's
 * hero would otherwise keep the default for one run in ten. The SDK's code is untouched.
 */
export const fixRandomness = (seed: number): void => {
  let state = seed;
  crypto.getRandomValues = <T extends ArrayBufferView | null>(array: T): T => {
    const bytes = array ? new Uint8Array(array.buffer, array.byteOffset, array.byteLength) : undefined;
    bytes?.forEach((_, at) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      bytes[at] = state >>> 16;
    });
    return array;
  };
};

/**
 * Lengthens the 200 ms after which boot.js, and each slot, gives up waiting: on a machine that is busy with other things the honest answer
 * would often be "timeout". What is shown in which frame stays the same.
 */
export const bePatient = (): void => {
  const parts = ["slot", "text", "rank"].map((name) => `[data-heim-${name}]:not([data-heim-wait])`).join();
  new MutationObserver(() => {
    for (const part of document.querySelectorAll<HTMLElement>(parts)) part.dataset["heimWait"] = "10000";
  }).observe(document, { childList: true, subtree: true });
  const { setTimeout } = window;
  window.setTimeout = ((task: () => void, ms?: number) =>
    setTimeout(task, ms === 200 ? 10_000 : ms)) as typeof setTimeout;
};

/** A seed with which the device is in the offered arm whichever of the first dozen numbers it is drawn from. */
export const offered = 11;

export const test = base.extend<{ repeatable: boolean; patient: boolean }, { shop: Shop }>({
  patient: [true, { option: true }],
  shop: [
    async ({}, use) => {
      const collector = await startCollector();
      const shop = await createShop({ port: 0, collectorUrl: collector.url });
      await use({ url: shop.url, collector });
      await shop.close();
      await collector.stop();
    },
    { scope: "worker" },
  ],
  repeatable: [
    async ({ context, patient }, use) => {
      await context.addInitScript(fixRandomness, offered);
      if (patient) await context.addInitScript(bePatient);
      await use(true);
    },
    { auto: true },
  ],
});
