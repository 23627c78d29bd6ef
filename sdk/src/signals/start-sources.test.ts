import { expect, test } from "vitest";
import type { Signal } from "./signal.js";
import { startSources } from "./start-sources.js";
import { jsonLdPage, pageOf, trail } from "./test/page.js";
import { createFakeTime } from "./test/time.js";
import { atOnce, kinds, visit, type Visit } from "./test/visit.js";

const product = { "@type": "Product", sku: "S1", name: "Trail Boot", category: "Boots" };
const viewItem = (item: object): object => ({ event: "view_item", ecommerce: { items: [item] } });

test("JSON-LD and view_item of one product are one view, whatever the ids", () => {
  const layer = [viewItem({ item_id: "4711", item_name: "Trail boot", item_category: "Footwear" })];
  expect(kinds(visit(jsonLdPage(product), { layer }))).toEqual(["view boots"]);
  const renamed = [viewItem({ item_id: "9", item_name: "Trail Boot, brown", item_category: "Boots" })];
  expect(kinds(visit(jsonLdPage(product), { layer: renamed }))).toEqual(["view boots"]);
});

test("a view_item pushed later is no second view either", () => {
  const session = visit(jsonLdPage(product), { layer: [] });
  session.window.dataLayer?.push(viewItem({ item_id: "S1", item_category: "Footwear" }));
  expect(kinds(session)).toEqual(["view boots"]);
});

test("of two views the one whose topics the merchant named is told", () => {
  const bare = { "@type": "Product", sku: "S1", name: "Trail Boot" };
  const layer = [viewItem({ item_id: "S1", item_category: "Footwear" })];
  expect(kinds(visit(jsonLdPage(bare), { layer, url: "https://shop.example/herren/17" }))).toEqual([
    "view footwear",
  ]);
  expect(kinds(visit(jsonLdPage(bare), { layer }))).toEqual(["view footwear"]);
});

test("another product on the same page is another view, the same list only its new topics", () => {
  const session = visit(jsonLdPage(product), { layer: [] });
  session.window.dataLayer?.push(
    viewItem({ item_id: "S2", item_name: "Tent", item_category: "Tents" }),
    { event: "view_item_list", ecommerce: { items: [{ item_category: "Socks" }] } },
    {
      event: "view_item_list",
      ecommerce: { items: [{ item_category: "Socks" }, { item_category: "Hats" }] },
    },
  );
  expect(kinds(session)).toEqual(["view boots", "view tents", "list socks", "list hats"]);
});

test("the same thing may be put into the cart twice", () => {
  const add = { event: "add_to_cart", ecommerce: { items: [{ item_id: "S1", item_category: "Boots" }] } };
  expect(kinds(visit("", { layer: [add, add] }))).toEqual(["cart boots", "cart boots"]);
});

test("every signal carries the page it was made on, and the injected time", () => {
  const session = visit(jsonLdPage(product), {
    page: "hashed",
    layer: [viewItem({ item_category: "Other" })],
  });
  expect(session.told.map(({ page, at }) => [page, at])).toEqual([
    ["hashed", 1_000_000],
    ["hashed", 1_000_000],
  ]);
});

test("scrolling over three quarters is told once, when the scrolling rests", () => {
  const session = visit(jsonLdPage(product));
  Object.defineProperty(session.document.documentElement, "scrollHeight", { value: 4000 });
  Object.defineProperty(session.window, "innerHeight", { value: 1000 });
  const scrollTo = (y: number): void => {
    Object.defineProperty(session.window, "scrollY", { value: y, configurable: true });
    for (let count = 0; count < 20; count++) session.fire(session.document, "scroll");
    session.pass(200);
  };
  scrollTo(1999);
  expect(kinds(session)).toEqual(["view boots"]);
  scrollTo(2000);
  scrollTo(3000);
  expect(kinds(session)).toEqual(["view boots", "scroll boots"]);
});

test("dwell is about the page's subject", () => {
  const session = visit(jsonLdPage({ ...product, brand: "Acme" }));
  session.pass(20_000);
  session.fire(session.document, "keydown");
  expect(session.told[1]).toMatchObject({
    kind: "dwell",
    facets: { brand: "acme" },
    item: { id: "S1" },
    page: "/p/42",
  });
});

test("only the named sources start", () => {
  const session = visit(jsonLdPage(product), {
    names: ["dataLayer"],
    layer: [viewItem({ item_category: "Tents" })],
  });
  session.pass(60_000);
  expect(kinds(session)).toEqual(["view tents"]);
});

test("each fault is logged, and the page and the other sources go on", () => {
  const html = `<ul><li data-heim-topics="boots"><a href="#b">b</a></li></ul>${jsonLdPage(trail("Home", "Tents", "Light"))}`;
  const kept: string[] = [];
  const emit = ({ kind }: Signal): void => {
    if (kind !== "view" && kind !== "list") throw new Error(`no ${kind}`);
    kept.push(kind);
  };
  const session = visit(html, { emit, layer: [] });
  const entry = { event: "purchase", ecommerce: { items: [{ item_category: "A" }] } };
  expect(session.window.dataLayer?.push(entry)).toBe(1);
  expect(session.window.dataLayer?.push(entry)).toBe(2);
  session.fire(session.document.querySelector("a"), "click");
  session.pass(60_000);
  session.fire(session.document, "keydown");
  expect(kept).toEqual(["view", "list"]);
  expect(session.logged).toEqual(Array(4).fill("a signal source failed")); // 2 purchases, select, dwell
});

test("a page whose push cannot be replaced keeps its own and is still read", () => {
  const layer = Object.freeze([viewItem({ item_category: "Tents" })]) as unknown[];
  const session = visit(jsonLdPage(product), { layer });
  expect(kinds(session)).toEqual(["view boots", "view tents"]);
  expect(session.logged).toEqual(["a signal source failed"]);
});

test("while the document is parsed nothing is read; then everything is, once", () => {
  const { document, window } = pageOf(jsonLdPage(product));
  let readyState = "loading";
  Object.defineProperty(document, "readyState", { get: () => readyState });
  const told: Signal[] = [];
  const time = createFakeTime();
  startSources({
    document,
    window,
    ...time,
    ...atOnce,
    emit: (signal) => told.push(signal),
    log: () => undefined,
  });
  expect(told).toEqual([]);
  readyState = "interactive";
  document.dispatchEvent(new (window as unknown as typeof globalThis).Event("DOMContentLoaded"));
  expect(told).toHaveLength(1);
});

test("all listeners are passive", () => {
  const { document, window } = pageOf("");
  const options: unknown[] = [];
  for (const target of [document, window])
    target.addEventListener = (...all: unknown[]) => void options.push(all[2]);
  startSources({
    document,
    window,
    ...createFakeTime(),
    ...atOnce,
    emit: () => undefined,
    log: () => undefined,
  });
  expect(options.length).toBeGreaterThan(5);
  expect(options.every((option) => (option as { passive?: boolean }).passive)).toBe(true);
});

test("stop ends every listener and leaves the dataLayer's push as it was", () => {
  const { document, window } = pageOf(jsonLdPage(product));
  const ends: (AbortSignal | undefined)[] = [];
  for (const target of [document, window])
    target.addEventListener = (...all: unknown[]) =>
      void ends.push((all[2] as AddEventListenerOptions).signal);
  const layer: unknown[] = ((window as Visit["window"]).dataLayer = []);
  const time = createFakeTime();
  const stop = startSources({
    document,
    window,
    ...time,
    ...atOnce,
    emit: () => undefined,
    log: () => undefined,
  });
  expect([ends.length > 4, ends.some((end) => end?.aborted), layer.push === Array.prototype.push]).toEqual([
    true,
    false,
    false,
  ]);
  stop();
  stop();
  expect([ends.every((end) => end?.aborted), layer.push === Array.prototype.push]).toEqual([true, true]);
});

test("what is left out as a repeat is overheard all the same, before all else of its page", () => {
  const heard: string[] = [];
  const layer = [viewItem({ item_name: "Trail Boot", item_category: "Footwear" })];
  const overhear = ({ kind, topics: [topic] }: Signal): void =>
    void heard.push(`${kind} ${(topic as { id: string }).id}`);
  const session = visit(jsonLdPage(product), { layer, overhear });
  expect(heard).toEqual(["view boots", "view footwear"]);
  expect(kinds(session)).toEqual(["view boots"]);
});
