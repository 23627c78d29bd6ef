import { bundle, type App, type Framework } from "../apps/bundle.js";
import { becomeSkier, expect, named, pageOf, test, type Page } from "../apps/fixtures.js";

declare global {
  interface Window {
    /** Brings the app to life. */
    hydrate(): void;
  }
}

/** All that the page complains of. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) heard.push(message.text());
  });
  page.on("pageerror", (error) => heard.push(error.message));
  return heard;
}

const click = async (page: Page, times: number): Promise<void> => {
  await page.getByRole("button", { name: "Click" }).click();
  await expect(page.getByRole("heading", { name: `Clicked ${times} times` })).toBeVisible();
};

/** What becomes of a default that the framework renders and changes: React and Svelte keep it, each in its way; Vue writes it into the variant. */
const settled: Record<Framework, { state: string; text?: string }> = {
  react: { state: "conflict", text: "Sale" },
  vue: { state: "personalized" },
  svelte: { state: "personalized", text: "Skis owned" },
};

for (const framework of ["react", "vue", "svelte"] satisfies Framework[]) {
  test.describe(framework, () => {
    let app: App;
    test.beforeAll(async () => {
      app = await bundle(framework);
    });

    /** A visitor who skis, before the app comes to life. */
    async function open(
      page: Page,
      serve: (
        answers: Record<string, string>,
        isStrict: boolean,
      ) => Promise<{ url: string; close(): Promise<void> }>,
      path: string,
    ): Promise<string[]> {
      const html = pageOf(
        `<div id="app">${await app.render(path)}</div>`,
        '<script src="/app.js" defer></script>',
      );
      const site = await serve({ [path]: html, "/app.js": app.script }, false);
      await becomeSkier(page, site);
      const heard = complaints(page);
      await page.goto(site.url + path);
      return heard;
    }

    test("the recommended markup: the variant is there before, during and after hydration, and nobody complains", async ({
      page,
      open: serve,
    }) => {
      const heard = await open(page, serve, "/");
      await expect(named(page, "hero")).toHaveAttribute("data-heim-state", "personalized");
      await expect(named(page, "hero")).toHaveText("Skis hero");
      const node = await named(page, "hero").locator("h2").elementHandle();
      await page.evaluate(() => window.hydrate());
      await click(page, 1);
      await click(page, 2);
      await expect(named(page, "hero")).toHaveText("Skis hero");
      await expect(named(page, "hero")).toHaveAttribute("data-heim-state", "personalized");
      expect(await node.evaluate(({ isConnected }) => isConnected)).toBe(true);
      await expect(named(page, "late")).toHaveText("Skis hero");
      expect(heard).toEqual([]);
    });

    test("a default that the framework renders, and says so: hidden until it lives, then personalized, and nobody complains", async ({
      page,
      open: serve,
    }) => {
      const heard = await open(page, serve, "/waits");
      const slot = named(page, "owned");
      await expect(named(page, "golf")).toHaveAttribute("data-heim-state", "default");
      await expect(slot).toBeHidden();
      await expect(slot).not.toHaveAttribute("data-heim-state");
      await page.evaluate(() => window.hydrate());
      await expect(slot).toHaveAttribute("data-heim-state", "personalized");
      await expect(slot).toHaveText("Skis owned");
      expect(heard).toEqual([]);
      // When the framework changes its default, the app lives on.
      await click(page, 1);
      await click(page, 2);
      const { state } = settled[framework];
      await expect(slot).toHaveAttribute("data-heim-state", state);
      expect(heard).toEqual([]);
    });

    test("one that lives too late keeps its default, which the framework may change", async ({
      page,
      open: serve,
    }) => {
      const heard = await open(page, serve, "/late");
      const slot = named(page, "owned");
      await expect(slot).toHaveAttribute("data-heim-state", "timeout");
      await expect(slot).toHaveText("Default owned");
      await page.evaluate(() => window.hydrate());
      await click(page, 1);
      await expect(slot).toHaveText("Sale");
      await expect(slot).toHaveAttribute("data-heim-state", "timeout");
      expect(heard).toEqual([]);
    });

    test("a default that the framework renders without a word: the app lives on, whatever it makes of it", async ({
      page,
      open: serve,
    }) => {
      const heard = await open(page, serve, "/owned");
      await expect(named(page, "owned")).toHaveText("Skis owned");
      await page.evaluate(() => window.hydrate());
      await click(page, 1);
      await click(page, 2);
      expect(heard.filter((text) => text.includes("NotFoundError"))).toEqual([]);
      const { state, text } = settled[framework];
      await expect(named(page, "owned")).toHaveAttribute("data-heim-state", state);
      if (text) await expect(named(page, "owned")).toHaveText(text);
    });
  });
}
