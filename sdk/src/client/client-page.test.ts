// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { build } from "../slots/build.test-helper.js";
import { now, record, skier, text, useScene } from "./client.test-helper.js";
import type { DeviceState } from "./device-state.js";
import { keep } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";
import type { Client } from "./public.js";

const scene = useScene();
const page = window as unknown as { dataLayer?: unknown[] };
afterEach(() => {
  delete page.dataLayer;
  Reflect.deleteProperty(document, "referrer");
  history.replaceState(null, "", "/");
});

const product = `<script type="application/ld+json">${JSON.stringify({
  "@type": "Product",
  name: "Trail Boot",
  category: "Boots",
})}</script>`;
const slot = (when: string): HTMLElement =>
  build(`<section data-heim-slot="page"><p>Default</p>
    <template data-heim-variant="it" data-heim-when="${when}"><p>Yes</p></template></section>`);
const visitOf = async (client: Client): Promise<DeviceState["profile"]["visit"]> =>
  ((await client.export()).profile as DeviceState["profile"]).visit;

/** A page of the shop: where the visitor comes from, and what is on it. */
async function open(path: string, referrer = "", ...html: string[]): Promise<Client> {
  history.replaceState(null, "", path);
  Object.defineProperty(document, "referrer", { value: referrer, configurable: true });
  for (const part of html) build(part);
  const { client } = await scene.start();
  await settled(20);
  // The page is read in idle time.
  vi.runAllTimers();
  await settled(20);
  return client;
}

test.each(["page.type = product", "page.topics in (boots)"])("a slot may ask for %s", async (when) => {
  await keep(scene.device, { consent: record, state: skier });
  const element = slot(when);
  await open("/p/1", "", product);
  expect(text(element)).toBe("Yes");
});

test("an event of the dataLayer tells the type of a page that says nothing", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const element = slot("page.type = thank-you");
  page.dataLayer = [];
  await open("/done");
  expect(text(element)).toBe("Default");
  page.dataLayer.push({ event: "purchase", ecommerce: { items: [] } });
  expect(text(element)).toBe("Yes");
});

test("before a choice the page's type may be used where the shop allows its facts, and nothing is kept", async () => {
  const element = slot("page.type = product");
  build(product);
  const { client } = await scene.start({ beforeConsent: "contextual" });
  await settled(20);
  expect(text(element)).toBe("Yes");
  expect((await client.export()).profile).toBeUndefined();
});

test("the cart stays with the visit", async () => {
  await keep(scene.device, { consent: record, state: skier });
  page.dataLayer = [{ event: "add_to_cart", ecommerce: { items: [{ item_name: "Boot", price: 99 }] } }];
  const client = await open("/p/1");
  expect((await visitOf(client)).cart).toEqual({ items: 1, value: 99 });
  document.dispatchEvent(new Event("pagehide"));
  window.dispatchEvent(new Event("pagehide"));
  await settled(20);
  client.stop();
  delete page.dataLayer;
  expect((await visitOf(await open("/p/2"))).cart).toEqual({ items: 1, value: 99 });
});

test("the channel is that of the visit's first page, and where the visitor came from is not kept", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const client = await open("/p/1", "https://l.facebook.com/groups/42");
  expect((await visitOf(client)).channel).toBe("social");
  window.dispatchEvent(new Event("pagehide"));
  await settled(20);
  client.stop();
  const next = await open("/p/2?utm_medium=email", "https://www.google.com/");
  expect((await visitOf(next)).channel).toBe("social");
  expect(JSON.stringify(await next.export())).not.toMatch(/facebook|google|groups/);
});

test("a campaign keeps the channel it came by", async () => {
  const earlier = {
    ...skier.profile,
    visit: { count: 1, pages: 3, start: now - 9, last: now, channel: "search" },
  };
  await keep(scene.device, { consent: record, state: { ...skier, profile: earlier } });
  const element = slot("channel = email");
  const client = await open("/p/1?heim=peru&utm_medium=email");
  const { campaign, visit } = (await client.export()).profile as DeviceState["profile"];
  expect(campaign).toMatchObject({ id: "peru", channel: "email" });
  expect(visit.channel).toBe("search");
  expect(text(element)).toBe("Yes");
});
