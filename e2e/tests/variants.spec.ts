import { expect, test } from "../support/fixtures.js";
import { accept, address, goHome, viewBoots } from "../support/journey.js";
import { onHome, rewritePages } from "../support/pages.js";

/** Two variants with a picture, a control of the shop's own and a form. */
const rich = `<section data-heim-slot="rich"><p>Default</p>
<template data-heim-variant="golf" data-heim-when="interest.golf >= 0.1"><img src="/assets/img/hero-peru.svg?golf" alt=""></template>
<template data-heim-variant="hiking" data-heim-when="interest.hiking >= 0.1">
  <img src="/assets/img/hero-hiking.svg?hiking" alt="" width="16" height="7">
  <shop-counter></shop-counter>
  <form action="/en/search/"><input name="q" value="tent" required><button>Search</button></form>
</template></section>`;

test("a variant's pictures load when it is chosen; custom elements and forms in it work", async ({
  page,
  shop,
}) => {
  const pictures: string[] = [];
  page.on("request", (request) => {
    if (/\?(golf|hiking)/.test(request.url())) pictures.push(request.url().split("?")[1] ?? "");
  });
  await page.addInitScript(() => {
    customElements.define(
      "shop-counter",
      class extends HTMLElement {
        connectedCallback(): void {
          this.textContent = "connected";
        }
      },
    );
  });
  await rewritePages(page, onHome(rich));
  await page.goto(address(shop, "/en/", "manual"));
  await accept(page, "manual");
  await page.waitForLoadState("networkidle");
  expect(pictures).toEqual([]);
  await viewBoots(page);
  await goHome(page);
  const slot = page.locator("[data-heim-slot=rich]");
  await expect(slot).toHaveAttribute("data-heim-active", "hiking");
  await expect(slot.locator("shop-counter")).toHaveText("connected");
  await page.waitForLoadState("networkidle");
  expect(new Set(pictures)).toEqual(new Set(["hiking"]));
  await slot.locator("input").fill("boots");
  await slot.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/en\/search\/\?q=boots/);
});
