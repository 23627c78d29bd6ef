// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { build } from "../slots/build.test-helper.js";
import { fold, type Signal } from "../interests/index.js";
import type { Client } from "./public.js";
import type { DeviceState } from "./device-state.js";
import { now, record, skier, useScene } from "./client.test-helper.js";
import { keep, stored } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";
import { turn } from "./page.test-helper.js";

const scene = useScene();
const page = window as unknown as { dataLayer?: unknown[] };
afterEach(() => delete page.dataLayer);

/** A page about a product that says nothing of what it is. */
const product = `<script type="application/ld+json">${JSON.stringify({
  "@type": "Product",
  name: "Test 25",
  category: "Drogerie > Tests",
  offers: { price: 9 },
})}</script>`;
const view = (category: string): object => ({
  event: "view_item",
  ecommerce: { items: [{ item_name: "Test 25", item_category: category }] },
});
const start = async (): Promise<Client> => {
  await keep(scene.device, { consent: record, state: skier });
  build(product);
  const { client } = await scene.start();
  await settled(20);
  // The page is read in idle time.
  vi.runAllTimers();
  await settled(20);
  return client;
};
const profileOf = async (client: Client): Promise<DeviceState["profile"]> =>
  (await client.export()).profile as DeviceState["profile"];
const empty = { topics: {}, facets: {}, orders: {}, declared: skier.profile.declared };
const words = /drogerie|tests|golf|schwanger/i;

test("a category that only the dataLayer names silences a page whose product is known from JSON-LD", async () => {
  page.dataLayer = [view("Schwangerschaft")];
  const client = await start();
  client.signal({ kind: "like", topics: ["golf"] });
  expect(await profileOf(client)).toMatchObject(empty);
  expect(JSON.stringify(await client.export())).not.toMatch(words);
});

test("where it shows late, nothing of the page stays, on the device either", async () => {
  page.dataLayer = [];
  const client = await start();
  client.signal({ kind: "like", topics: ["golf"] });
  page.dataLayer.push({ event: "add_to_cart", ecommerce: { items: [{ item_name: "Test 25", price: 9 }] } });
  expect((await profileOf(client)).visit.cart).toEqual({ items: 1, value: 9 });
  turn(document, "hidden");
  await settled(20);
  expect(JSON.stringify(await stored(scene.device))).toMatch(words);
  turn(document, "visible");
  client.signal({ kind: "view", topics: ["tests"] });
  page.dataLayer.push(view("Schwangerschaft"));
  expect(await profileOf(client)).toMatchObject(empty);
  expect((await profileOf(client)).visit).not.toHaveProperty("cart");
  await settled(20);
  expect(JSON.stringify(await stored(scene.device))).not.toMatch(words);
});

test("what the page's signals mean on another tab's state is taken back, too", async () => {
  page.dataLayer = [];
  const client = await start();
  const prices = [100, 110, 120, 130].map((price, at): Signal => ({
    ...{ kind: "view", topics: ["tests"], item: { price }, page: `/p/${at}`, at: now },
  }));
  const profile = prices.reduce((before, signal) => fold(before, signal, now), skier.profile);
  await keep(scene.device, { state: { ...skier, profile } });
  window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  await settled(20);
  expect(Object.keys((await profileOf(client)).facets)).toEqual(["price\nlow"]);
  page.dataLayer.push(view("Schwangerschaft"));
  expect(await profileOf(client)).toMatchObject(empty);
});

test("what another tab writes meanwhile stays, and brings nothing of the page back", async () => {
  page.dataLayer = [];
  const client = await start();
  client.signal({ kind: "like", topics: ["golf"] });
  page.dataLayer.push(view("Schwangerschaft"));
  const declared = { ...skier.profile.declared, size: { value: 42, at: now } };
  await keep(scene.device, { state: { ...skier, profile: { ...skier.profile, declared } } });
  turn(document, "hidden");
  turn(document, "visible");
  await settled(20);
  expect(await profileOf(client)).toMatchObject({ ...empty, declared });
  expect(JSON.stringify(await client.export())).not.toMatch(words);
});
