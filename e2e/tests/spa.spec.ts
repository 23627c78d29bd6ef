import {
  becomeSkier,
  counted,
  expect,
  known,
  named,
  pageOf,
  slot,
  test,
  type Page,
  type Site,
} from "../apps/fixtures.js";
import type { Answer } from "../apps/serve.js";

const product = (topic: string): string =>
  JSON.stringify({ "@context": "https://schema.org", "@type": "Product", name: topic, category: topic });

const home = pageOf(
  slot("banner") +
    `<main><h1>Home</h1></main>` +
    `<script type="application/ld+json">${product("Tents")}</script>`,
);

const site: Record<string, Answer> = { "/": home };

/** Goes to a page of the app, as its router does: the address first, then the content, once it has come. */
async function goTo(page: Page, path: string, topic: string): Promise<void> {
  await page.evaluate(
    ([to, json]) => {
      history.pushState(null, "", to);
      document.querySelector("script[type*=ld]")?.replaceChildren(json);
    },
    [path, product(topic)] as const,
  );
}

/** How often a topic has been looked at. */
async function looks(page: Page, topic: string): Promise<number> {
  const { profile } = await known(page);
  return profile?.topics[topic]?.counts["view"] ?? 0;
}

async function start(page: Page, { url }: Site, path = "/"): Promise<void> {
  await becomeSkier(page, { url } as Site);
  await page.goto(url + path);
  await expect.poll(() => looks(page, "tents")).toBe(1);
}

for (const api of ["the Navigation API", "history events"] as const) {
  test.describe(`an app's pages, by ${api}`, () => {
    test.beforeEach(async ({ page }) => {
      if (api === "history events")
        await page.addInitScript(() => Object.defineProperty(window, "navigation", { value: undefined }));
    });

    test("each counts and is read once the app has put it in; what stays keeps its content", async ({
      page,
      open,
    }) => {
      await start(page, await open(site));
      const { profile } = await known(page);
      const pages = profile?.visit.pages ?? 0;
      await expect(named(page, "banner")).toHaveText(/Skis/);
      await goTo(page, "/boots", "Boots");
      await counted(page, pages + 1);
      await expect.poll(() => looks(page, "boots")).toBe(1);
      await page.goBack();
      await counted(page, pages + 2);
      expect(await looks(page, "tents")).toBe(1);
      await expect(named(page, "banner")).toHaveText(/Skis/);
    });

    test("a new hash, and a query tidied up in place, are no new page", async ({ page, open }) => {
      await start(page, await open(site), "/?utm_source=x");
      const { profile } = await known(page);
      await page.evaluate(() => {
        history.replaceState(null, "", "/");
        history.pushState(null, "", "#below");
        location.hash = "further";
      });
      await page.goBack();
      // What is asked for next is counted next.
      await goTo(page, "/?page=2", "Boots");
      await counted(page, (profile?.visit.pages ?? 0) + 1);
    });

    test("after stop() nothing of it is left", async ({ page, open }) => {
      await page.addInitScript(() => Object.assign(window, { native: history.pushState }));
      await start(page, await open(site));
      await page.evaluate(() => {
        window.heimspiel.stop();
      });
      expect(await page.evaluate(() => history.pushState === (window as { native?: unknown }).native)).toBe(
        true,
      );
      await goTo(page, "/boots", "Boots");
      expect(await looks(page, "boots")).toBe(0);
    });
  });
}

test("a slot the app puts in is decided on the new page's path, before it is painted", async ({
  page,
  open,
}) => {
  const inner = slot("shelf", "", "page.path = &quot;/boots&quot; and visit.pages >= 3");
  await start(
    page,
    await open({
      "/": home.replace(
        "<main>",
        `${slot("other", "", "declared.sport = golf")}<template id="next">${inner}</template><main>`,
      ),
    }),
  );
  const painted = await page.evaluate(async () => {
    history.pushState(null, "", "/boots");
    const next = document.querySelector<HTMLTemplateElement>("#next");
    document.querySelector("main")?.append(next?.content.cloneNode(true) ?? "");
    return await new Promise((frame) =>
      requestAnimationFrame(() => frame(document.querySelector("[data-heim-slot=shelf]")?.textContent)),
    );
  });
  expect(painted).toContain("Skis shelf");
});

test("an intercepted navigation is read when its content has come", async ({ page, open }) => {
  await start(page, await open(site));
  const arrive = await page.evaluateHandle((json) => {
    let arrive = (): void => undefined;
    const coming = new Promise<void>((resolve) => {
      arrive = () => {
        document.querySelector("script[type*=ld]")?.replaceChildren(json);
        resolve();
      };
    });
    const { navigation } = window as unknown as { navigation: EventTarget & { navigate(to: string): void } };
    navigation.addEventListener("navigate", (event) => {
      (event as Event & { intercept(options: object): void }).intercept({ handler: () => coming });
    });
    navigation.navigate("/boots");
    return arrive;
  }, product("Boots"));
  await counted(page, 3);
  await arrive.evaluate((come) => {
    come();
  });
  await expect.poll(() => looks(page, "boots")).toBe(1);
  // The old page's word was not taken for the new one's.
  const { profile } = await known(page);
  expect(Object.keys(profile?.topics["tents"]?.pages ?? {})).toHaveLength(1);
});

test("what the dataLayer told of an earlier page is not told again of the next", async ({ page, open }) => {
  const push = (name: string): string =>
    `{"event":"view_item","ecommerce":{"items":[{"item_id":"${name}","item_name":"${name}","item_category":"${name}"}]}}`;
  await start(page, await open(site));
  const tell = (json: string): Promise<void> =>
    page.evaluate((entry) => {
      const layer = ((window as { dataLayer?: unknown[] }).dataLayer ??= []);
      layer.push(JSON.parse(entry));
    }, json);
  await goTo(page, "/stoves", "Stoves");
  await tell(push("Ropes"));
  await expect.poll(() => looks(page, "ropes")).toBe(1);
  await goTo(page, "/boots", "Boots");
  await tell(push("Axes"));
  await expect.poll(() => looks(page, "axes")).toBe(1);
  expect(await looks(page, "ropes")).toBe(1);
});

test("a slot that stays is seen once on each page", async ({ page, open }) => {
  await start(page, await open(site));
  const shows = async (): Promise<unknown> => JSON.stringify((await known(page)).memory);
  await expect.poll(shows).toContain("banner");
  const once = await shows();
  await goTo(page, "/boots", "Boots");
  await expect.poll(() => looks(page, "boots")).toBe(1);
  await expect.poll(shows).not.toBe(once);
});
