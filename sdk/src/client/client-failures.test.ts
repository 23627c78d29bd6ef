// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { build } from "../slots/build.test-helper.js";
import { failing, granted, hero, record, skier, text, useScene } from "./client.test-helper.js";
import { keep } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";
import type { Options } from "./options.js";
import { turn } from "./page.test-helper.js";

const scene = useScene();

test("what a listener of the page throws is its own affair", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const { client, said } = await scene.start();
  client.on("slot", () => {
    throw new Error("mine");
  });
  const element = hero();
  await settled();
  expect(text(element)).toBe("Skis");
  expect(said).toContain('a listener of "slot" threw');
});

test("with every stage missing and every port failing nothing reaches the page, and the default stands", async () => {
  vi.stubGlobal("BroadcastChannel", undefined);
  vi.spyOn(scene.device, "open").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const errors = vi.fn();
  window.addEventListener("error", errors);
  const element = hero();
  const { client } = await scene.start({ site: "outdoor", collector: "https://shop.example/heim" }, failing);
  client.consent.set(granted);
  await settled();
  expect(() => {
    client.declare("sport", "ski");
    client.signal({ kind: "like", topics: ["hiking"] });
    client.goal("signup");
    client.refresh();
    client.context();
  }).not.toThrow();
  turn(document, "hidden");
  client.consent.withdraw();
  await settled();
  client.stop();
  await settled();
  window.removeEventListener("error", errors);
  expect(text(element)).toBe("Default");
  expect(errors).not.toHaveBeenCalled();
  expect(scene.rejections).toEqual([]);
});

test("where IndexedDB refuses, a page view goes on in memory", async () => {
  vi.spyOn(scene.device, "open").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const { client } = await scene.start();
  client.consent.set({ personalization: "granted" });
  await settled(20);
  client.declare("sport", "ski");
  const element = hero();
  await settled();
  expect(text(element)).toBe("Skis");
  expect(scene.rejections).toEqual([]);
});

test("at most a hundred calls wait for a grant; the latest are kept", async () => {
  const { client } = await scene.start();
  for (let call = 0; call < 150; call++) client.declare("n", call);
  client.declare("sport", "ski");
  client.consent.set({ personalization: "granted" });
  await settled(20);
  expect(await client.export()).toMatchObject({
    profile: { declared: { n: { value: 149 }, sport: { value: "ski" } } },
  });
});

test.each<[string, Options, boolean]>([
  ["before a grant", {}, false],
  ["under a grant", { site: "outdoor", collector: "https://shop.example/heim", manifest: "/h.json" }, true],
])("stop leaves no listener, observer or timer behind: %s", async (_, options, allowed) => {
  const before = scene.listeners.count();
  const { client } = await scene.start(options);
  if (allowed) client.consent.set(granted);
  await settled(20);
  build(`<section data-heim-slot="plain">Default</section>`);
  await settled();
  expect(scene.listeners.count()).toBeGreaterThan(before);
  expect(scene.observers.live()).toBeGreaterThan(0);
  client.stop();
  client.stop();
  await settled();
  expect(scene.listeners.count()).toBe(before);
  expect(scene.observers.live()).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test("after stop the page keeps what it shows, and later slots are left alone", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const element = hero();
  const { client } = await scene.start();
  client.stop();
  expect(text(element)).toBe("Skis");
  const later = hero();
  await settled();
  expect(later.dataset["heimState"]).toBeUndefined();
});
