import { expect, test } from "vitest";
import { jsonLdPage, pageOf } from "./test/page.js";
import { visit, type Given } from "./test/visit.js";
import { skimPage } from "./skim-page.js";

/** What is told of a page's type, in order. */
function typesOf(html: string, given: Given = {}): string[] {
  const types: string[] = [];
  visit(html, { ...given, onType: (type) => types.push(type) });
  return types;
}

const thing = (type: string): string => jsonLdPage({ "@type": type, name: "Peru", category: "Travel" });
const list = jsonLdPage({ "@type": "ItemList", itemListElement: [{ name: "Boot", url: "/boot" }] });
const event = (name: string, items: unknown = [{ item_name: "Boot" }]): unknown => ({
  event: name,
  ecommerce: { items },
});

test.each([
  ["a product", thing("Product"), "product"],
  ["a product group", thing("ProductGroup"), "product"],
  ["a recipe", thing("Recipe"), "recipe"],
  ["an event", thing("MusicEvent"), "event"],
  ["an article", thing("NewsArticle"), "article"],
  ["a blog post", thing("BlogPosting"), "article"],
  ["a list", list, "list"],
  ["a collection", thing("CollectionPage"), "list"],
  [
    "microdata",
    '<p itemscope itemtype="https://schema.org/Product"><b itemprop="name">Tent</b></p>',
    "product",
  ],
  [
    "Open Graph",
    '<meta property="og:type" content="product"><meta property="product:category" content="Tents">',
    "product",
  ],
  [
    "a time of publication",
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-01-01">',
    "article",
  ],
])("%s tells the page's type", (_, html, type) => {
  expect(typesOf(html)).toEqual([type]);
});

test.each(["", '<meta property="og:type" content="article"><meta property="article:tag" content="Imprint">'])(
  "a page that does not say has none: %s",
  (html) => {
    expect(typesOf(html)).toEqual([]);
  },
);

test.each([
  ["https://shop.example/", "home"],
  ["https://shop.example/de/?utm_source=x", "home"],
  ["https://shop.example/?s=boots", "search"],
  ["https://shop.example/search?q=boots", "search"],
])("%s is %s, whatever is listed there", (url, type) => {
  expect(typesOf(list, { url })).toEqual([type]);
});

test("the merchant's word counts more than all others", () => {
  const patterns = { "/p/*": { type: "landing", topics: ["tents"] } };
  expect(typesOf(thing("Product"), { patterns, layer: [event("view_cart")] })).toEqual(["landing"]);
});

test.each([
  ["view_item", "product"],
  ["view_item_list", "list"],
  ["view_cart", "cart"],
  ["begin_checkout", "checkout"],
  ["purchase", "thank-you"],
])("where the page says nothing, %s tells the type, also without items", (name, type) => {
  expect(typesOf("", { layer: [event(name, [])] })).toEqual([type]);
  expect(typesOf("", { layer: [["event", name, {}]] })).toEqual([type]);
});

test("events do not change what the page has said; a list gives way to anything, and to nothing after", () => {
  expect(typesOf(thing("Product"), { layer: [event("view_cart")] })).toEqual(["product"]);
  const layer = ["view_item_list", "view_item", "view_item_list", "begin_checkout"].map((name) =>
    event(name),
  );
  expect(typesOf("", { layer })).toEqual(["list", "product"]);
  expect(typesOf("", { layer: [event("constructor"), event("add_to_cart")] })).toEqual([]);
});

test("a page skimmed before a choice tells its type, too", () => {
  expect(skimPage(pageOf(thing("Product")).document).type).toBe("product");
});
