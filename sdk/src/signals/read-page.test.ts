import { expect, test } from "vitest";
import { readPage } from "./read-page.js";
import type { Signal } from "./signal.js";
import { jsonLdPage, pageOf, trail } from "./test/page.js";

const read = (html: string, url?: string): Signal[] => readPage(pageOf(html, url).document, { now: 7 });
const view = (html: string, url?: string): Signal | undefined =>
  read(html, url).find(({ kind }) => kind === "view");
const ids = (signal: Signal | undefined): unknown[] =>
  (signal?.topics ?? []).map((topic) => (typeof topic === "string" ? topic : topic.id));

const boots = { "@type": "Product", name: "Trail Boot", sku: "TB-1", brand: { name: "Acme & Söhne" } };

test("a product page is one view of its category chain, with item, brand and page", () => {
  const offers = { price: "129.90", priceCurrency: "EUR" };
  const html = jsonLdPage({ ...boots, offers }, trail("Home", "Schuhe", "Wanderschuhe", "Trail Boot"));
  expect(read(html)).toEqual([
    {
      kind: "view",
      topics: [{ id: "wanderschuhe", label: "Wanderschuhe", parents: ["schuhe"], weight: 1 }],
      facets: { brand: "acme-soehne" },
      item: { id: "TB-1", name: "Trail Boot", price: 129.9, currency: "EUR" },
      at: 7,
      page: "/p/42",
    },
  ]);
});

test("WooCommerce: the trail stands for the category, the price is in the specification, names are escaped", () => {
  const product = {
    "@type": "Product",
    name: "Boot &#8211; Brown",
    sku: 17,
    offers: [{ "@type": "Offer", priceSpecification: [{ price: "59.00", priceCurrency: "EUR" }] }],
  };
  const crumbs = {
    "@type": "BreadcrumbList",
    itemListElement: ["Home", "Shoes &amp; Boots", "Boot &#8211; Brown"].map((name, index) => ({
      position: index + 1,
      item: { name, "@id": `https://shop.example/${"x".repeat(index)}` },
    })),
  };
  const signal = view(jsonLdPage({ "@context": "https://schema.org/", "@graph": [crumbs, product] }));
  expect(signal?.topics).toEqual([{ id: "shoes-boots", label: "Shoes & Boots", weight: 1 }]);
  expect(signal?.item).toEqual({ id: "17", name: "Boot – Brown", price: 59, currency: "EUR" });
});

test.each([
  ["a path of names", "Sport > Hiking > Boots", ["boots"]],
  ["escaped separators", "Sport &gt; Hiking", ["hiking"]],
  ["alternatives", ["Hiking", "Running"], ["hiking", "running"]],
  ["a code object", { "@type": "CategoryCode", name: "Hiking" }, ["hiking"]],
  ["a number and a link, which are none", ["187", "https://schema.org/x"], ["trail-boot"]],
  ["a slash within a name", "Obst/Gemüse", ["obst-gemuese"]],
])("a category as %s", (_, category, expected) => {
  expect(ids(view(jsonLdPage({ ...boots, category })))).toEqual(expected);
});

test("a bare category gives way to the trail that says more, and joins it when they agree", () => {
  const html = (category: string): string =>
    jsonLdPage({ ...boots, category }, trail("Start", "Shoes", "Hiking"));
  expect(view(html("Shoes"))?.topics).toEqual([
    { id: "hiking", label: "Hiking", parents: ["shoes"], weight: 1 },
  ]);
  expect(view(html("Hiking"))?.topics).toEqual([
    { id: "hiking", label: "Hiking", parents: ["shoes"], weight: 1 },
  ]);
  expect(ids(view(html("Gifts")))).toEqual(["hiking", "gifts"]);
});

test("a product group is read through its first variant", () => {
  const group = {
    "@type": "ProductGroup",
    productGroupID: "G1",
    name: "Boot",
    category: "Boots",
    hasVariant: [
      { "@type": "Product", size: "42", color: "Rot", offers: { price: 10, priceCurrency: "EUR" } },
    ],
  };
  const signal = view(jsonLdPage(group));
  expect(signal?.item).toEqual({ id: "G1", name: "Boot", price: 10, currency: "EUR" });
  expect(signal?.facets).toEqual({ color: "rot", size: "42" });
});

test("of several products the one with the page's address is the page's", () => {
  const other = { "@type": "Product", name: "Other", category: "Tents", url: "/p/43" };
  const mine = { ...boots, category: "Boots", url: "https://shop.example/p/42/" };
  expect(ids(view(jsonLdPage(other, mine)))).toEqual(["boots"]);
});

test("a category page is a view of its category and a list of what is on it", () => {
  const items = ["Boots", "Hiking", "Socks"].map((category, index) => ({
    position: index,
    item: { "@type": "Product", name: `n${index}`, category },
  }));
  const html = jsonLdPage(trail("Home", "Shoes", "Hiking"), { "@type": "ItemList", itemListElement: items });
  const [first, second] = read(html, "https://shop.example/Hiking/");
  expect(first).toMatchObject({
    kind: "view",
    topics: [{ id: "hiking", parents: ["shoes"], weight: 1 }],
    page: "/Hiking",
  });
  expect([second?.kind, ids(second)]).toEqual(["list", ["boots", "hiking", "socks"]]);
});

test("a collection without trail is named by itself, a grid of products is a list", () => {
  const collection = { "@type": "CollectionPage", name: "Zelte | Shop", mainEntity: { "@type": "ItemList" } };
  expect(ids(view(jsonLdPage(collection)))).toEqual(["zelte"]);
  const grid = ["Tents", "Boots"].map((category) => ({ "@type": "Product", name: category, category }));
  expect(read(jsonLdPage(grid)).map((signal) => [signal.kind, ids(signal)])).toEqual([
    ["list", ["tents", "boots"]],
  ]);
});

test.each([
  ["the home page", jsonLdPage(trail("Home")), "https://shop.example/"],
  ["a search page", jsonLdPage(trail("Home", "Results for boots")), "https://shop.example/?s=boots"],
  ["a page without data", "<h1>Hello</h1>", undefined],
])("%s is about nothing", (_, html, url) => {
  expect(read(html, url)).toEqual([]);
});

test("articles, recipes and events: sections count in full, keywords half", () => {
  const article = {
    "@type": "NewsArticle",
    headline: "H",
    articleSection: "Outdoor",
    keywords: "Alps, Huts",
  };
  expect(view(jsonLdPage(article))?.topics).toEqual([
    { id: "outdoor", label: "Outdoor", weight: 1 },
    { id: "alps", label: "Alps", weight: 0.5 },
    { id: "huts", label: "Huts", weight: 0.5 },
  ]);
  expect(ids(view(jsonLdPage({ "@type": "recipe", recipeCategory: ["Lunch", "Dinner"] })))).toEqual([
    "lunch",
    "dinner",
  ]);
  expect(ids(view(jsonLdPage({ "@type": "MusicEvent", keywords: ["Jazz"] })))).toEqual(["jazz"]);
});

test("without a section the folders of an article's address count half", () => {
  const address = "https://shop.example/kochen/rezepte/17.html";
  expect(view(jsonLdPage({ "@type": "Recipe", name: "Soup" }), address)?.topics).toEqual([
    { id: "rezepte", label: "rezepte", parents: ["kochen"], weight: 0.5 },
  ]);
});

test("a product's folders are no category: one that nobody sorted is its own subject, by half", () => {
  expect(view(jsonLdPage(boots), "https://shop.example/products/trail-boot")?.topics).toEqual([
    { id: "trail-boot", label: "Trail Boot", weight: 0.5 },
  ]);
});

test("attributes say what the page is about, in the marketer's own ids and weights", () => {
  const html =
    '<main data-heim-topics="Running black-and-white:2" data-heim-facet="brand:Acme seal:öko"></main>';
  expect(read(html)).toEqual([
    {
      kind: "view",
      topics: [
        { id: "running", weight: 1 },
        { id: "black-and-white", weight: 2 },
      ],
      facets: { brand: "acme", seal: "oeko" },
      at: 7,
      page: "/p/42",
    },
  ]);
});

test("attributes and structured data are one view", () => {
  const html =
    jsonLdPage({ ...boots, category: "Shoes > Boots" }) + '<main data-heim-topics="boots:3 gifts"></main>';
  expect(read(html)).toHaveLength(1);
  expect(view(html)?.topics).toEqual([
    { id: "boots", label: "Boots", parents: ["shoes"], weight: 3 },
    { id: "gifts", weight: 1 },
  ]);
});

test("teasers are a list, the page's own element is the view, slots are neither", () => {
  const html = `<main><div data-heim-topics="tents"><h1>Tents</h1></div>
    <ul><li data-heim-topics="boots">b</li></ul>
    <div><div data-heim-topics="socks"></div><div data-heim-topics="hats tents"></div></div>
    <section data-heim-slot="hero"><p data-heim-topics="shown">x</p>
      <template data-heim-variant="a" data-heim-topics="hidden"></template></section></main>`;
  expect(read(html).map((signal) => [signal.kind, ids(signal)])).toEqual([
    ["view", ["tents"]],
    ["list", ["boots", "socks", "hats", "tents"]],
  ]);
});

test("nothing below data-heim-ignore is read, and what is below cannot switch it off", () => {
  const secret = '<div data-heim-ignore="false"><p data-heim-topics="secret">x</p></div>';
  const json = jsonLdPage({ ...boots, category: "Secret" });
  expect(read(`<section data-heim-ignore>${secret}${json}</section>`)).toEqual([]);
  expect(
    ids(view(`<section data-heim-ignore="false"><div data-heim-topics="open"><h1>x</h1></div></section>`)),
  ).toEqual(["open"]);
});

test("a broken block does not cost the others", () => {
  const html = `<script type="application/ld+json">{"@type": "Product" "x"}</script>${jsonLdPage({ ...boots, category: "Boots" })}`;
  expect(ids(view(html))).toEqual(["boots"]);
});

test.each<[string, unknown]>([
  [
    "nested oddly",
    { "@type": ["Product", null, 3], name: [[["x"]]], offers: [null, 5, { price: {} }], brand: [] },
  ],
  [
    "a trail of nothing",
    { "@type": "BreadcrumbList", itemListElement: [null, "x", { item: null }, { item: 5 }] },
  ],
  ["a link that is none", { "@type": "Product", name: "x", url: "http://[", "@id": 4 }],
  ["a prototype", JSON.parse('{"@type": "Product", "__proto__": {"category": 3}}')],
])("foreign data never throw: %s", (_, block) => {
  expect(() => readPage(pageOf(jsonLdPage(block)).document)).not.toThrow();
});

test("a document that throws is a page about nothing", () => {
  const hostile = { URL: "https://shop.example/", querySelectorAll: () => { throw new Error("no"); } }; // prettier-ignore
  expect(readPage(hostile as unknown as Document, { now: 1 })).toEqual([]);
});

test("an address given wins over the document's", () => {
  const { document } = pageOf('<main data-heim-topics="a"></main>');
  expect(readPage(document, { now: 1, url: "https://shop.example/other/?x=1#y" })[0]?.page).toBe("/other");
});
