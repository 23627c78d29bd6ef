import { becomeSkier, expect, named, pageOf, slot, test, type Page } from "../apps/fixtures.js";

declare global {
  interface Window {
    /** What the frames have shown of the page's slots, see `watchFrames`. */
    shown: Set<string>;
    /** A shadow root of the page's. */
    root: ShadowRoot;
  }
}

/** Collects what every frame shows of any slot in the document; runs in the page. */
function watchFrames(): void {
  window.shown = new Set();
  const look = (): void => {
    for (const element of document.querySelectorAll("[data-heim-slot]")) {
      if (getComputedStyle(element).visibility !== "hidden")
        window.shown.add(element.querySelector("h2")?.textContent ?? "");
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const shown = (page: Page): Promise<string[]> => page.evaluate(() => [...window.shown]);
const item = (html: string): string => `<p>Shop</p><main></main><template id="item">${html}</template>`;
/** Puts so many items of an endless list in, as it is scrolled. */
const append = (page: Page, count: number): Promise<void> =>
  page.evaluate((times) => {
    const template = document.querySelector<HTMLTemplateElement>("#item");
    for (let at = 0; at < times; at++)
      document.querySelector("main")?.append(template?.content.cloneNode(true) ?? "");
  }, count);

test("slots of an endless list are decided before they are painted; the dose is kept", async ({
  page,
  open,
}) => {
  const site = await open({ "/": pageOf(item(slot("card"))) });
  await becomeSkier(page, site);
  await page.addInitScript(watchFrames);
  await page.goto(site.url);
  await append(page, 2);
  await expect(named(page, "card")).toHaveText(["Skis card", "Default card"]);
  await append(page, 200);
  await expect(page.locator("[data-heim-state=personalized]")).toHaveCount(3);
  await expect(page.locator("[data-heim-state=capped]")).toHaveCount(199);
  // The rest of the list may show its default: that is its decision, not a flash.
  expect((await shown(page)).sort()).toEqual(["Default card", "Skis card"]);
  expect(await page.locator("[data-heim-slot]:not([data-heim-state])").count()).toBe(0);
});

test("streamed HTML: a slot cut in two by the network shows nothing but its variant", async ({
  page,
  open,
}) => {
  const [first = "", rest = ""] = pageOf(`<p>Before</p>${slot("hero")}<p>After</p>`).split("</h2><template");
  let finish = (): void => undefined;
  const site = await open({
    "/": (response) => {
      response.write(`${first}</h2>${" ".repeat(2048)}`);
      finish = () => response.end(`<template${rest}`);
    },
  });
  await becomeSkier(page, site);
  await page.addInitScript(watchFrames);
  await page.goto(site.url, { waitUntil: "commit" });
  await expect(page.locator("h2")).toHaveCount(1);
  finish();
  await expect(named(page, "hero")).toHaveText("Skis hero");
  expect(await shown(page)).toEqual(["Skis hero"]);
});

test("data-hold=page: no frame shows anything before the slots are decided", async ({ page, open }) => {
  const held = pageOf(`<p>Before</p>${slot("hero")}`).replace("<script>", '<script data-hold="page">');
  const site = await open({ "/": held });
  await becomeSkier(page, site);
  await page.addInitScript(() => {
    const look = (): void => {
      const page = getComputedStyle(document.documentElement).opacity === "0" ? "nothing" : "the page";
      const state = document.querySelector("[data-heim-slot]")?.getAttribute("data-heim-state");
      window.shown.add(`${page}, ${state ?? "undecided"}`);
      requestAnimationFrame(look);
    };
    window.shown = new Set();
    requestAnimationFrame(look);
  });
  await page.goto(site.url);
  await expect(named(page, "hero")).toHaveText("Skis hero");
  await expect.poll(() => shown(page)).toContain("the page, personalized");
  expect(await shown(page)).not.toContain("the page, undecided");
});

test("a slot in a shadow root is decided when the page says so, and gives way to a withdrawal", async ({
  page,
  open,
}) => {
  const site = await open({ "/": pageOf(item(slot("card"))) });
  await becomeSkier(page, site);
  await page.goto(site.url);
  await page.waitForFunction(() => "refresh" in ((window as Partial<Window>).heimspiel ?? {}));
  const painted = await page.evaluate(() => {
    const host = document.createElement("div");
    const template = document.querySelector<HTMLTemplateElement>("#item");
    window.root = host.attachShadow({ mode: "closed" });
    window.root.append(template?.content.cloneNode(true) ?? "");
    // Before the element is put into the page: what is painted there is never swapped.
    window.heimspiel.refresh(window.root);
    document.querySelector("main")?.append(host);
    const text = (): string | undefined => window.root.querySelector("section")?.innerText;
    return new Promise((frame) => requestAnimationFrame(() => frame(text())));
  });
  expect(painted).toBe("Skis card");
  await page.evaluate(() => window.heimspiel.consent.withdraw());
  expect(await page.evaluate(() => window.root.querySelector("section")?.innerText)).toBe("Default card");
});

test("a slot in a shadow root that has been painted keeps its default", async ({ page, open }) => {
  const site = await open({ "/": pageOf(item(slot("card"))) });
  await becomeSkier(page, site);
  await page.goto(site.url);
  await page.waitForFunction(() => "refresh" in ((window as Partial<Window>).heimspiel ?? {}));
  const state = await page.evaluate(async () => {
    const host = document.createElement("div");
    const template = document.querySelector<HTMLTemplateElement>("#item");
    const root = host.attachShadow({ mode: "open" });
    root.append(template?.content.cloneNode(true) ?? "");
    document.querySelector("main")?.append(host);
    for (let frame = 0; frame < 2; frame++) await new Promise((next) => requestAnimationFrame(next));
    window.heimspiel.refresh(root);
    return root.querySelector("section")?.dataset["heimState"];
  });
  expect(state).toBe("timeout");
});
