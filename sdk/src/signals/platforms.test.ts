import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readPage } from "./read-page.js";
import { jsonLdPage, pageOf, trail } from "./test/page.js";
import { kinds, visit, type Visit } from "./test/visit.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const boot = jsonLdPage({ "@type": "Product", sku: "S1", name: "Trail Boot", category: "Boots" });
const settle = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(500);
};

/** Visits a page whose own script has set these before ours. */
const visitWith = (globals: object, html: string, url?: string): Visit =>
  visit(html, { ...(url && { url }), layer: [], globals });

/** As much of jQuery as is used: its events reach its own handlers only. */
function fakeQuery() {
  const handlers = new Set<(...details: unknown[]) => void>();
  const query = {
    on: (_: string, handler: () => void) => handlers.add(handler),
    off: (_: string, handler: () => void) => handlers.delete(handler),
  };
  const added = (button?: Element | null): void => {
    for (const handler of handlers) handler({}, {}, "hash", button ? [button] : undefined);
  };
  return { jQuery: () => query, handlers, added };
}

test("WooCommerce: the classes name the categories where nothing else does", () => {
  const product = '<div id="product-42" class="product product_cat-hiking-boots product_tag-sale">x</div>';
  const ids = (html: string): unknown => readPage(pageOf(html).document, { now: 1 })[0]?.topics;
  expect(ids(`<body class="woocommerce-page single-product">${product}</body>`)).toEqual([
    { id: "hiking-boots", label: "hiking boots", weight: 1 },
  ]);
  const archive = "woocommerce woocommerce-page tax-product_cat term-tents term-17";
  expect(ids(`<body class="${archive}">x</body>`)).toEqual([{ id: "tents", label: "tents", weight: 1 }]);
  expect(ids(`<body class="woocommerce-page single-product">${product}${jsonLdPage(trail("Home", "A", "B"))}</body>`)).toMatchObject([{ id: "b" }]); // prettier-ignore
});

const shop = (inner: string): string => `<body class="woocommerce woocommerce-page">${boot}${inner}</body>`;

test("WooCommerce: added_to_cart is a cart of the button's product, else of the page", async () => {
  const { added, ...query } = fakeQuery();
  const list = '<ul><li class="product product_cat-tents"><button>Add</button></li></ul>';
  const session = visitWith({ jQuery: query.jQuery }, shop(list));
  added(session.document.querySelector("button"));
  await settle();
  session.pass(5000);
  added();
  await settle();
  expect(kinds(session)).toEqual(["view boots", "cart tents", "cart boots"]);
  session.stop();
  expect(query.handlers.size).toBe(0);
});

test("WooCommerce: what the dataLayer tells of the same click is told once", async () => {
  const { added, jQuery } = fakeQuery();
  const session = visitWith({ jQuery }, shop(""));
  added();
  const items = [{ item_id: "S1", item_category: "Boots" }];
  session.window.dataLayer?.push({ event: "add_to_cart", ecommerce: { items } });
  await settle();
  expect(kinds(session)).toEqual(["view boots", "cart boots"]);
});

test("WooCommerce: without jQuery its blocks' event, and the form that loads anew", async () => {
  const session = visit(shop('<form class="cart"></form>'));
  session.fire(session.document.body, "wc-blocks_added_to_cart");
  await settle();
  session.fire(session.document.querySelector("form"), "submit");
  expect(kinds(session)).toEqual(["view boots", "cart boots", "cart boots"]);
});

const mark = '<script id="shopify-features" type="application/json">{}</script>';
const fireShopify = (session: Visit, type: string, fields: object): void => {
  const event = new (session.window as unknown as typeof globalThis).Event(`shopify:${type}`, {
    bubbles: true,
  });
  session.document.body.dispatchEvent(Object.assign(event, fields));
};

test("Shopify: the type and vendor its script names", () => {
  const product = { type: "Boots", vendor: "Acme", variants: [] };
  const { document, window } = pageOf(`${mark}<h1>Boot</h1>`);
  Object.assign(window, { ShopifyAnalytics: { meta: { product } } });
  expect(readPage(document, { now: 1 })).toMatchObject([
    { topics: [{ id: "boots" }], facets: { brand: "acme" } },
  ]);
});

test("Shopify: a cart is told when the shop has agreed, by event or form once", async () => {
  const session = visitWith({ Shopify: {} }, `${mark}${boot}<form action="/cart/add"></form>`);
  const add = { action: "add", context: "product" };
  fireShopify(session, "cart:lines-update", {
    ...add,
    promise: Promise.resolve({ userErrors: [{ code: "X" }] }),
  });
  fireShopify(session, "cart:lines-update", { ...add, promise: Promise.reject(new Error("sold out")) });
  fireShopify(session, "cart:lines-update", { ...add, context: "cart" });
  await settle();
  expect(kinds(session)).toEqual(["view boots"]);
  const form = session.document.querySelector("form");
  form?.addEventListener("submit", (event) => event.preventDefault());
  session.fire(form, "submit");
  fireShopify(session, "cart:lines-update", { ...add, promise: Promise.resolve({ cart: {} }) });
  await settle();
  expect(kinds(session)).toEqual(["view boots", "cart boots"]);
});

test("Shopify: filters of a collection", () => {
  const session = visitWith(
    { Shopify: {} },
    `${mark}${jsonLdPage(trail("Home", "Shoes"))}`,
    "https://shop.example/Shoes/",
  );
  const productFilters = [
    { variantOption: { name: "Color", value: "Red" } },
    { productVendor: "Acme" },
    { price: { min: 1 } },
  ];
  fireShopify(session, "collection:update", { productFilters });
  fireShopify(session, "collection:update", { productFilters: [{ productType: "Boots" }] });
  fireShopify(session, "collection:update", {});
  expect(session.told.slice(1)).toMatchObject([
    { kind: "filter", topics: [{ id: "shoes" }], facets: { color: "red", brand: "acme" } },
    { kind: "filter", topics: [{ id: "boots" }] },
  ]);
});
