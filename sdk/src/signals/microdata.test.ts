import { expect, test } from "vitest";
import { readPage } from "./read-page.js";
import type { Signal } from "./signal.js";
import { jsonLdPage, pageOf } from "./test/page.js";

const view = (html: string): Signal | undefined =>
  readPage(pageOf(html).document, { now: 7 }).find(({ kind }) => kind === "view");

const product = `<div itemscope itemtype="https://schema.org/Product"><h1 itemprop="name"> Trail Boot </h1>
  <meta itemprop="sku" content="TB-1"><span itemprop="brand" itemscope itemtype="https://schema.org/Brand">
  <b itemprop="name">Acme</b></span><div itemprop="offers" itemscope itemtype="https://schema.org/Offer">
  <span itemprop="price" content="129.90">129,90 €</span><meta itemprop="priceCurrency" content="EUR"></div></div>`;
const crumb = (name: string, href: string): string =>
  `<li itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem">
  <a itemprop="item" href="${href}"><span itemprop="name">${name}</span></a></li>`;
const trail = `<ol itemscope itemtype="https://schema.org/BreadcrumbList">${crumb("Start", "/")}
  ${crumb("Schuhe", "/schuhe/")}${crumb("Wandern", "/schuhe/wandern/")}${crumb("Trail Boot", "/p/42")}</ol>`;

test("a product and its trail are read as their JSON-LD would be", () => {
  expect(view(product + trail)).toEqual({
    kind: "view",
    topics: [{ id: "wandern", label: "Wandern", parents: ["schuhe"], weight: 1 }],
    facets: { brand: "acme" },
    item: { id: "TB-1", name: "Trail Boot", price: 129.9, currency: "EUR" },
    at: 7,
    page: "/p/42",
  });
});

test("a trail joins a product of JSON-LD; a product beside one of JSON-LD is not read twice", () => {
  const json = jsonLdPage({ "@type": "Product", name: "Trail Boot", sku: "J" });
  expect(view(json + trail + product)).toMatchObject({ topics: [{ id: "wandern" }], item: { id: "J" } });
});

test("a thing within a page of a type that is not read is read, its parts are not things of their own", () => {
  const page = `<body itemscope itemtype="https://schema.org/WebPage"><main itemprop="mainEntity" itemscope
    itemtype="https://schema.org/Product"><b itemprop="name">Boot</b><i itemprop="category">Boots</i>
    <div itemprop="isRelatedTo" itemscope itemtype="https://schema.org/Product"><b itemprop="name">Tent</b>
    <i itemprop="category">Tents</i></div></main></body>`;
  expect(view(page)).toMatchObject({ topics: [{ id: "boots" }], item: { name: "Boot" } });
});

test("itemref brings in what stands elsewhere, once, and its cycles end", () => {
  const html = `<div itemscope itemtype="https://schema.org/Product" itemref="more all"><b itemprop="name">Boot</b></div>
    <p id="more"><i itemprop="category">Boots</i></p>`;
  expect(view(html)).toMatchObject({ topics: [{ id: "boots" }], item: { name: "Boot" } });
  const loop = `<div id="all" itemscope itemtype="https://schema.org/Product"><b itemprop="name">Boot</b>
    <div itemprop="isRelatedTo" itemscope itemref="all"></div></div>`;
  expect(() => view(loop)).not.toThrow();
});

test("nothing is read below data-heim-ignore or in our own slots", () => {
  expect(view(`<div data-heim-ignore>${product}</div>`)).toBeUndefined();
  expect(view(`<div data-heim-slot="hero">${product}</div>`)).toBeUndefined();
});

test("a property with an odd name harms nothing", () => {
  const odd = '<b itemprop="__proto__ constructor name">Boot</b>';
  expect(view(`<div itemscope itemtype="https://schema.org/Product">${odd}</div>`)?.item).toEqual({
    name: "Boot",
  });
});

const meta = (property: string, content: string): string =>
  `<meta property="${property}" content="${content}">`;

test("Open Graph: the section counts in full, tags by half, a price makes a product", () => {
  expect(view(meta("article:section", "Outdoor") + meta("article:tag", "Alps"))?.topics).toEqual([
    { id: "outdoor", label: "Outdoor", weight: 1 },
    { id: "alps", label: "Alps", weight: 0.5 },
  ]);
  const html =
    meta("og:title", "Boot") + meta("product:price:amount", "12.50") + meta("product:price:currency", "EUR");
  expect(
    view(html + meta("product:brand", "Acme") + meta("product:category", "Shoes > Boots")),
  ).toMatchObject({
    topics: [{ id: "boots", parents: ["shoes"] }],
    item: { name: "Boot", price: 12.5, currency: "EUR" },
    facets: { brand: "acme" },
  });
});

test("keywords count only where nothing else does, and only what the page's own title repeats", () => {
  const keywords =
    '<title>Tents for two | Shop</title><meta name="keywords" content="Tents, Magento, Shop now">';
  expect(view(keywords)?.topics).toEqual([{ id: "tents", label: "Tents", weight: 0.5 }]);
  expect(view(keywords + meta("article:section", "Outdoor"))?.topics).toHaveLength(1);
});

test("readers can be switched off by name", () => {
  const { document } = pageOf(product + trail + meta("article:section", "Outdoor"));
  const ids = (...names: ("microdata" | "openGraph" | "jsonLd")[]): unknown =>
    readPage(document, { now: 1, names }).flatMap(({ topics }) =>
      topics.map((t) => (t as { id: string }).id),
    );
  expect(ids("microdata")).toEqual(["wandern"]);
  expect(ids("openGraph")).toEqual(["outdoor"]);
  expect(ids("jsonLd")).toEqual([]);
});
