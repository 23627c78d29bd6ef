import { expect, test } from "vitest";
import { reading } from "./reading.js";
import { jsonLdPage, pageOf, trail } from "./test/page.js";

const boot = { "@type": "Product", name: "Boot", category: "Boots" };
const shoes = jsonLdPage(boot);

/** Whether reading a page asks for more. */
function asks(html: string, url?: string): boolean {
  const steps = reading(pageOf(html, url).document, { now: 1 });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return false;
    if (value === true) return true;
  }
}

test.each([
  ["a product of JSON-LD", shoes],
  ["a category", jsonLdPage(trail("Home", "Shoes", "Boots"))],
  ["an article with its section and keywords", jsonLdPage({ "@type": "Article", articleSection: "A", keywords: "b" }) + '<meta name="keywords" content="x">'], // prettier-ignore
  ["microdata of no use", `${shoes}<p itemscope itemtype="https://schema.org/WPFooter"></p>`],
  ["a page that says nothing", "<h1>Hello</h1>"],
  ["the usual search form", `${shoes}<form role="search"><input type="search" name="q"></form>`],
])("%s needs no more", (_, html) => {
  expect(asks(html)).toBe(false);
});

test.each([
  ["a product without category", jsonLdPage({ "@type": "Product", name: "Boot" })],
  ["a block to repair", `${shoes}<script type="application/ld+json">{"a": 1,}</script>`],
  ["entities in JSON-LD", jsonLdPage({ ...boot, name: "A &ndash; B" })],
  ["a seal", jsonLdPage({ ...boot, award: "x" })],
  ["properties", jsonLdPage({ ...boot, additionalProperty: [] })],
  ["a trail in microdata", `${shoes}<p itemscope itemtype="https://schema.org/BreadcrumbList"></p>`],
  ["WooCommerce", `<body class="woocommerce-page">${shoes}</body>`],
  ["Shopify", `${shoes}<script id="shopify-features" type="application/json">{}</script>`],
  ["a marked teaser", `${shoes}<p data-heim-topics="a">x</p>`],
  ["a wish-list button", `${shoes}<button class="wishlist" aria-pressed="false">x</button>`],
  ["an unusual search form", `${shoes}<form role="search"><input type="search" name="find"></form>`],
  ["Open Graph alone", '<meta property="article:tag" content="x">'],
  ["keywords alone", '<meta name="keywords" content="x">'],
  ["a collection named by itself", jsonLdPage({ "@type": "CollectionPage", name: "Tents" })],
])("%s needs more", (_, html) => {
  expect(asks(html)).toBe(true);
});

test("an address with filters needs more", () => {
  expect(asks(shoes, "https://shop.example/shoes?filter_color=red")).toBe(true);
});
