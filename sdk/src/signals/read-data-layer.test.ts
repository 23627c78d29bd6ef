import fc from "fast-check";
import { expect, test } from "vitest";
import { readDataLayer } from "./read-data-layer.js";
import type { Signal, TopicRef } from "./signal.js";

const read = (...entries: unknown[]): Signal[] => readDataLayer(entries, { now: 7, page: "/p" });
const ids = (topics: readonly TopicRef[]): unknown[] => topics.map((t) => (typeof t === "string" ? t : t.id));
const kinds = (signals: readonly Signal[]): unknown[] =>
  signals.map(({ kind, topics }) => [kind, ids(topics)]);
/** gtag pushes its own `arguments`, which is like an array and is none. */
const gtag = (...parameters: unknown[]): unknown => Object.assign({ length: parameters.length }, parameters);

const item = {
  item_id: "SKU_1",
  item_name: "Trail Boot",
  item_brand: "Acme",
  item_category: "Schuhe",
  item_category2: "Wanderschuhe",
  item_category3: "Herren",
  item_variant: "Rot 42",
  price: "129.90",
  quantity: 2,
};

test("a view_item with ecommerce: category2 is a child of category", () => {
  expect(read({ event: "view_item", ecommerce: { currency: "EUR", value: 129.9, items: [item] } })).toEqual([
    {
      kind: "view",
      topics: [{ id: "herren", label: "Herren", parents: ["wanderschuhe", "schuhe"], weight: 1 }],
      item: { id: "SKU_1", name: "Trail Boot", price: 129.9, currency: "EUR", quantity: 2 },
      facets: { brand: "acme", variant: "rot-42" },
      at: 7,
      page: "/p",
    },
  ]);
});

const small = { item_name: "B", item_category: "Boots" };

test.each<[string, unknown]>([
  ["Tag Manager", { event: "add_to_cart", ecommerce: { items: [small] } }],
  ["gtag", gtag("event", "add_to_cart", { items: [small] })],
  ["an array", ["event", "add_to_cart", { items: [small] }]],
  ["arguments as JSON", { 0: "event", 1: "add_to_cart", 2: { items: [small] } }],
  ["parameters beside the event", { event: "add_to_cart", items: [small] }],
  ["a single item", { event: "add_to_cart", ecommerce: { items: small } }],
  [
    "Universal Analytics",
    { event: "x", ecommerce: { add: { products: [{ name: "B", category: "Boots" }] } } },
  ],
])("add_to_cart as %s", (_, entry) => {
  expect(read(entry)).toEqual([
    {
      kind: "cart",
      topics: [{ id: "boots", label: "Boots", weight: 1 }],
      item: { name: "B" },
      at: 7,
      page: "/p",
    },
  ]);
});

test.each([
  ["view_item", "view"],
  ["view_item_list", "list"],
  ["select_item", "select"],
  ["add_to_cart", "cart"],
  ["remove_from_cart", "uncart"],
  ["view_cart", "list"],
  ["begin_checkout", "list"],
  ["purchase", "purchase"],
  ["add_to_wishlist", "like"],
  ["view_promotion", "list"],
  ["select_promotion", "select"],
])("%s is a %s", (event, kind) => {
  expect(kinds(read({ event, ecommerce: { items: [small] } }))).toEqual([[kind, ["boots"]]]);
});

test.each([
  ["detail", "view"],
  ["add", "cart"],
  ["remove", "uncart"],
  ["click", "select"],
  ["purchase", "purchase"],
])("Universal Analytics' %s is a %s, its category a path", (key, kind) => {
  const ecommerce = {
    currencyCode: "EUR",
    [key]: { products: [{ id: "1", category: "Sport/Hiking/Boots" }] },
  };
  const [signal] = read({ event: "whatever", ecommerce });
  expect(signal).toMatchObject({ kind, topics: [{ id: "boots", parents: ["hiking", "sport"] }] });
  expect(signal?.item).toEqual({ id: "1", currency: "EUR" });
});

test("Universal Analytics' impressions are a list", () => {
  const impressions = [{ category: "A" }, { category: "B" }];
  expect(kinds(read({ ecommerce: { impressions } }))).toEqual([["list", ["a", "b"]]]);
});

test("a purchase of several items is one signal with its order; neither item nor facets stand for all", () => {
  const items = [item, small, { ...small, item_name: "C" }];
  const [signal, ...more] = read({ event: "purchase", ecommerce: { transaction_id: 4711, items } });
  expect(more).toEqual([]);
  expect(signal).toEqual({
    kind: "purchase",
    topics: [
      { id: "herren", label: "Herren", parents: ["wanderschuhe", "schuhe"], weight: 1 },
      { id: "boots", label: "Boots", weight: 1 },
    ],
    order: "4711",
    at: 7,
    page: "/p",
  });
});

test("Universal Analytics' order number is the action's id", () => {
  const purchase = { actionField: { id: "T9" }, products: [{ name: "x", category: "A" }] };
  expect(read({ ecommerce: { purchase } })[0]?.order).toBe("T9");
});

test("an ecommerce object waits for its event, once, and null resets it", () => {
  const ecommerce = { items: [small] };
  expect(kinds(read({ ecommerce }, { event: "view_item" }, { event: "add_to_cart" }))).toEqual([
    ["view", ["boots"]],
  ]);
  expect(read({ ecommerce }, { ecommerce: null }, { event: "view_item" })).toEqual([]);
  const consumed = read({ event: "view_item", ecommerce }, { ecommerce: null }, { event: "add_to_cart" });
  expect(kinds(consumed)).toEqual([["view", ["boots"]]]);
});

test("an action and the impressions beside it are both told", () => {
  const detail = { products: [{ category: "A" }] };
  expect(kinds(read({ ecommerce: { impressions: [{ category: "B" }], detail } }))).toEqual([
    ["list", ["b"]],
    ["view", ["a"]],
  ]);
});

test("an ecommerce object waits over events of other kinds", () => {
  const entries = [{ ecommerce: { items: [small] } }, { event: "gtm.dom" }, { event: "view_item" }];
  expect(kinds(read(...entries))).toEqual([["view", ["boots"]]]);
});

test("an action of Universal Analytics is not told again by the event that follows", () => {
  const detail = { products: [{ name: "x", category: "A" }] };
  expect(read({ ecommerce: { detail } }, { event: "view_item" })).toHaveLength(1);
});

test("a search is about its phrase", () => {
  const [signal] = read({ event: "search", search_term: "Hiking Boots" });
  expect(signal?.topics).toEqual([{ id: "hiking-boots", label: "Hiking Boots", weight: 1 }]);
  expect(kinds(read(gtag("event", "search", { search_term: "tent" })))).toEqual([["search", ["tent"]]]);
});

test.each(["jane@example.org", "+49 170 1234567", "order 20241122", "https://x.example", "", "42"])(
  "a search for %j is about nothing",
  (term) => {
    expect(read({ event: "search", search_term: term })).toEqual([]);
  },
);

test.each<[string, unknown]>([
  ["page events", { event: "gtm.js", "gtm.start": 1 }],
  ["consent commands", gtag("consent", "default", { analytics_storage: "denied" })],
  ["an inherited name", { event: "constructor", ecommerce: { items: [small] } }],
  ["an item about nothing", { event: "view_item_list", ecommerce: { items: [{}, {}] } }],
  ["functions", () => undefined],
])("%s are no signals", (_, entry) => {
  expect(read(entry)).toEqual([]);
});

test("at most 200 items are read, at most 50 topics told", () => {
  const items = Array.from({ length: 5000 }, (_, index) => ({
    item_category: `c${index % 40}-${Math.floor(index / 200)}`,
  }));
  const [signal] = read({ event: "view_item_list", ecommerce: { items } });
  expect(ids(signal?.topics ?? [])).toHaveLength(40);
  const many = Array.from({ length: 200 }, (_, index) => ({ item_category: `c${index}` }));
  expect(read({ event: "view_item_list", ecommerce: { items: many } })[0]?.topics).toHaveLength(50);
});

const throwing = new Proxy({}, { get: () => { throw new Error("hostile"); } }); // prettier-ignore

test("an entry that throws does not cost the others", () => {
  const loop: Record<string, unknown> = { event: "view_item" };
  loop.ecommerce = { items: [loop], self: loop };
  loop.name = [loop];
  const entries = [
    throwing,
    loop,
    { event: "view_item", ecommerce: { items: [throwing] } },
    Symbol("x"),
    null,
  ];
  expect(kinds(read(...entries, { event: "view_item", ecommerce: { items: [small] } }))).toEqual([
    ["view", ["boots"]],
  ]);
});

test.each<[string, unknown]>([
  ["null", null],
  ["undefined", undefined],
  ["an object", { push: 1 }],
  ["something that throws", throwing],
  ["a false length", { length: 1e9 }],
])("%s instead of a dataLayer gives nothing", (_, entries) => {
  expect(readDataLayer(entries as unknown[])).toEqual([]);
});

test("no value makes it throw, and every signal is well formed", () => {
  const key = fc.constantFrom(
    "event",
    "ecommerce",
    "items",
    "item_category",
    "price",
    "purchase",
    "products",
    "0",
    "1",
    "2",
  );
  const word = fc.constantFrom("event", "view_item", "purchase", "search", "__proto__", "constructor");
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true }),
      word,
      fc.dictionary(key, tie("value"), { maxKeys: 5 }),
      fc.array(tie("value"), { maxLength: 4 }),
    ),
  }));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 6 }), (entries) => {
      for (const { at, topics } of readDataLayer(entries, { now: 7 })) {
        expect(at).toBe(7);
        for (const id of ids(topics)) expect(id).toMatch(/^[^\s]{1,64}$/);
      }
    }),
    { numRuns: 500 },
  );
});
