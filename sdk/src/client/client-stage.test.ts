// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import type { Choice } from "../consent/index.js";
import { build } from "../slots/build.test-helper.js";
import { decodeReport } from "../wire/index.js";
import { granted, hero, names, now, record, skier, text, useScene } from "./client.test-helper.js";
import { keep, stored } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";
import { turn } from "./page.test-helper.js";

const scene = useScene();

test("before a grant: no database, no request but for the manifest, the default", async () => {
  const element = hero();
  const { client } = await scene.start({
    site: "outdoor",
    collector: "https://shop.example/heim",
    manifest: "/h.json",
  });
  client.declare("sport", "ski");
  client.goal("signup");
  await settled();
  expect(await names(scene)).toEqual([]);
  expect(scene.requests.map(([url]) => url)).toEqual(["/h.json"]);
  expect(client.consent.get()).toEqual({ personalization: "unknown", statistics: "unknown" });
  expect(client.consent.record()).toBeUndefined();
  expect(text(element)).toBe("Default");
});

test("in strict mode the device is not even opened before a grant, and is afterwards", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const open = vi.spyOn(scene.device, "open");
  const element = hero();
  const { client } = await scene.start({ consent: "strict" });
  await settled(20);
  expect(open).not.toHaveBeenCalled();
  expect(text(element)).toBe("Default");
  client.consent.set({ personalization: "granted" });
  await settled(20);
  expect(text(element)).toBe("Skis");
});

test("a grant: the record is kept, what is learned is used in the same page view and kept when the page is left", async () => {
  const { client } = await scene.start();
  client.consent.set({ personalization: "granted" });
  await settled(20);
  const changed = vi.fn();
  client.on("change", changed);
  client.declare("sport", "ski");
  expect(changed).toHaveBeenCalledOnce();
  const element = hero();
  await settled();
  expect(text(element)).toBe("Skis");
  turn(document, "hidden");
  await settled(20);
  const { consent, state } = (await stored(scene.device)) as { consent: unknown; state: { profile: object } };
  expect(consent).toMatchObject({ purposes: { personalization: "granted", statistics: "unknown" } });
  expect(state.profile).toMatchObject({
    declared: { sport: { value: "ski" } },
    visit: { count: 1, pages: 1 },
  });
});

test("calls made before the grant are made up for under it", async () => {
  const { client } = await scene.start();
  client.declare("sport", "ski");
  client.consent.set({ personalization: "granted" });
  await settled(20);
  expect(await client.export()).toMatchObject({ profile: { declared: { sport: { value: "ski" } } } });
});

test("a withdrawal ends the use at once and leaves nothing", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const element = hero();
  const { client } = await scene.start();
  expect(text(element)).toBe("Skis");
  const heard: Choice[] = [];
  client.consent.on((choice) => heard.push(choice));
  client.consent.withdraw();
  expect(text(element)).toBe("Default");
  expect(element.dataset["heimState"]).toBe("no-consent");
  expect(heard).toEqual([{ personalization: "denied", statistics: "denied" }]);
  expect(client.context().topics).toEqual([]);
  await settled(20);
  turn(document, "hidden");
  await settled(20);
  expect(await names(scene)).toEqual([]);
});

test("erase resolves when nothing is left", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const { client } = await scene.start();
  const erased = client.erase();
  await erased;
  expect(await names(scene)).toEqual([]);
});

test("a stored denial is kept by nobody and used by nobody", async () => {
  await keep(scene.device, {
    consent: { ...record, purposes: { personalization: "denied", statistics: "denied" } },
    state: skier,
  });
  const element = hero();
  await scene.start();
  expect(text(element)).toBe("Default");
});

test("a choice for another version of the privacy notice is erased and asked again", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const element = hero();
  const { client } = await scene.start({ policyVersion: "2" });
  expect(text(element)).toBe("Default");
  expect(client.consent.get().personalization).toBe("unknown");
  await settled(20);
  expect(await names(scene)).toEqual([]);
});

test("export without a use: the time, and nothing else", async () => {
  const { client } = await scene.start();
  expect(await client.export()).toEqual({ exportedAt: new Date(now).toISOString() });
});

test("the reason of a slot, and none where the default stands", async () => {
  await keep(scene.device, { consent: record, state: skier });
  hero();
  const { client } = await scene.start();
  expect((await client.explain("hero"))?.text).toContain("ski");
  expect(await client.explain("nowhere")).toBeUndefined();
});

test("a slot put into a shadow root is found by refresh", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const { client } = await scene.start();
  const host = build("<div></div>");
  const root = host.attachShadow({ mode: "open" });
  const element = hero();
  await settled();
  root.append(element);
  await settled();
  client.refresh(root);
  expect(text(element)).toBe("Skis");
});

test("texts the visitor has declared are filled in, and go back with the withdrawal", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const element = build(`<span data-heim-text="declared.sport">sports</span>`);
  const { client } = await scene.start();
  expect(text(element)).toBe("ski");
  client.consent.withdraw();
  expect(text(element)).toBe("sports");
});

test("a visit is answered when the page is left: one report, randomized, told byte for byte", async () => {
  scene.network.status = 204;
  const { client } = await scene.start({ site: "outdoor", collector: "https://shop.example/heim" });
  const told: unknown[] = [];
  client.on("report", (report) => told.push(report));
  client.consent.set(granted);
  await settled(30);
  hero();
  await settled();
  turn(document, "hidden");
  await settled(30);
  expect(scene.requests).toHaveLength(1);
  const [[url, init]] = scene.requests as [[string, RequestInit]];
  expect(told).toEqual([{ url, body: init.body }]);
  expect(decodeReport(init.body as string).answers.map(({ q }) => q)).toEqual(["slot:hero"]);
  turn(document, "visible");
  turn(document, "hidden");
  await settled(30);
  expect(scene.requests).toHaveLength(1);
});

test("with personalization alone nothing is noted down for statistics, nor sent", async () => {
  scene.network.status = 204;
  hero();
  const { client } = await scene.start({ site: "outdoor", collector: "https://shop.example/heim" });
  client.consent.set({ personalization: "granted", statistics: "denied" });
  await settled(30);
  client.goal("signup");
  turn(document, "hidden");
  await settled(30);
  expect(scene.requests).toEqual([]);
  expect(await client.export()).not.toHaveProperty("visit");
  expect((await stored(scene.device))?.["statistics"]).toBeUndefined();
});

test("a grant after a withdrawal begins anew: nothing of what was known is left", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const element = hero();
  const { client } = await scene.start();
  client.consent.withdraw();
  client.consent.set({ personalization: "granted" });
  await settled(40);
  expect(text(element)).toBe("Default");
  client.declare("size", 42);
  await settled(20);
  const left = JSON.stringify(await stored(scene.device));
  expect(left).toContain('"size"');
  expect(left).not.toContain("ski");
});

test("a withdrawal while the stages of a grant are still on their way leaves nothing and starts nothing", async () => {
  const { client } = await scene.start();
  for (const turns of [0, 1, 2, 3, 5, 8, 13]) {
    client.consent.set(granted);
    await settled(turns);
    client.declare("sport", "ski");
    client.consent.withdraw();
    await settled(40);
    turn(document, "hidden");
    await settled(20);
    expect(await names(scene)).toEqual([]);
    turn(document, "visible");
  }
  expect(scene.requests).toEqual([]);
  expect(scene.rejections).toEqual([]);
});

test.each(["visibilitychange", "pagehide"])(
  "what was looked at is written once, when the page is left (%s)",
  async (how) => {
    const { client } = await scene.start();
    client.consent.set({ personalization: "granted" });
    await settled(20);
    client.signal({ kind: "view", topics: ["hiking"] });
    client.signal({ kind: "like", topics: ["golf"] });
    await settled(20);
    expect(JSON.stringify(await stored(scene.device))).not.toContain("hiking");
    if (how === "pagehide") window.dispatchEvent(new Event("pagehide"));
    else turn(document, "hidden");
    await settled(20);
    expect(await stored(scene.device)).toMatchObject({
      state: { profile: { topics: { hiking: {}, golf: {} } } },
    });
  },
);
