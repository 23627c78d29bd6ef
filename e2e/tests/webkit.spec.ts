import { boots } from "../support/device.js";
import { expect, fixRandomness, offered, test as base } from "../support/fixtures.js";
import { address, beHidden, learntHere, readRecord } from "../support/journey.js";
import { startWebKit, type WebKit } from "../support/webkit.js";

const test = base.extend<{ webkit: WebKit }>({
  // What other browsers' pages are given before their scripts, this one is given by the test.
  repeatable: async ({}, use) => use(true),
  webkit: async ({}, use) => {
    const webkit = await startWebKit();
    await use(webkit);
    await webkit.stop();
  },
});

/** Runs in the page. */
const databases = async (): Promise<unknown[]> => (await indexedDB.databases()).map(({ name }) => name);

/** How a slot ended up: its state, what it shows, and whether that can be seen; runs in the page. */
function readSlot(name: string): unknown[] {
  const slot = document.querySelector<HTMLElement>(`[data-heim-slot=${name}]`);
  const { heimState, heimActive } = slot?.dataset ?? {};
  return [heimState, heimActive, !!slot && getComputedStyle(slot).visibility === "visible"];
}

/** The reason that the open dialog gives; runs in the page. */
function readReason(): string | null | undefined {
  const roots = [...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot);
  const reasons = roots.map((root) => root?.querySelector("dialog[open] [part~=reason]"));
  return reasons.find((reason) => reason)?.textContent;
}

test("consent, browse, see why, withdraw", async ({ webkit, shop }) => {
  const { driver, click, evaluate } = webkit;
  const open = (path: string): Promise<void> => driver.get(address(shop, path, "manual"));
  const hero = (): ReturnType<typeof expect.poll> => expect.poll(() => evaluate(readSlot, "home-hero"));

  await test.step("nothing is kept before a choice, nor what a look for it leaves", async () => {
    await open("/en/");
    await hero().toEqual(["no-consent", null, true]);
    await expect.poll(() => evaluate(databases)).toEqual([]);
  });

  await test.step("three pages, each left by its address, into the back/forward cache", async () => {
    await evaluate(fixRandomness, offered);
    await click("[data-choice=granted]");
    await expect.poll(() => evaluate(readRecord, "consent")).toBeTruthy();
    for (const boot of boots) {
      await open(`/en/p/${boot}/`);
      await expect.poll(() => evaluate(learntHere, "looked" as const)).toBe(true);
    }
    await open("/en/");
    await hero().toEqual(["personalized", "hiking", true]);
  });

  await test.step("the reason can be read", async () => {
    await click("[data-heim-slot=home-hero] heim-why", "button");
    await expect.poll(() => evaluate(readReason)).toMatch(/looked at \d pages about hiking/i);
  });

  await test.step("an answer is sent when the tab is left", async () => {
    const isSent = async (): Promise<boolean> => {
      await evaluate(beHidden);
      const kept = (await evaluate(readRecord, "statistics")) as Record<"said" | "queue", unknown[]> | null;
      return !!kept && kept.said.length > 0 && kept.queue.length === 0;
    };
    await expect.poll(isSent).toBe(true);
  });

  await test.step("a withdrawal leaves nothing", async () => {
    await open("/en/my-data/");
    // The page is still being drawn: a click may miss the button as it moves.
    await expect(async () => {
      await click("[data-withdraw]");
      await expect.poll(() => evaluate(databases), { timeout: 1000 }).toEqual([]);
    }).toPass();
    await open("/en/");
    await hero().toEqual(["no-consent", null, true]);
    await expect.poll(() => evaluate(databases)).toEqual([]);
  });
});
