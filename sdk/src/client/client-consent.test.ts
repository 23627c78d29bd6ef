// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { build } from "../slots/build.test-helper.js";
import {
  failing,
  granted,
  hero,
  names,
  now,
  real,
  record,
  skier,
  text,
  useScene,
} from "./client.test-helper.js";
import { keep, stored } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";
import { turn } from "./page.test-helper.js";

const scene = useScene();

const denied = { personalization: "denied", statistics: "denied" } as const;
const refusal = { ...record, purposes: denied };
const signals = (signal: "globalPrivacyControl" | "doNotTrack", value: unknown): void =>
  void vi.stubGlobal("navigator", Object.create(navigator, { [signal]: { value } }));

test("a first no is remembered as the bare record, so that the next page need not ask", async () => {
  const { client } = await scene.start();
  client.consent.set(denied);
  await settled(20);
  expect(await stored(scene.device)).toEqual({ consent: { ...refusal, at: now } });
  const next = await scene.start();
  await settled(20);
  expect(next.client.consent.get()).toEqual(denied);
  expect(await stored(scene.device)).toEqual({ consent: { ...refusal, at: now } });
});

test("a yes after a remembered no is kept like any other", async () => {
  await keep(scene.device, { consent: { ...refusal, at: now - 1 } });
  const { client } = await scene.start();
  client.consent.set(granted);
  await settled(30);
  expect(await stored(scene.device)).toMatchObject({ consent: { purposes: granted } });
});

test.each([
  ["a choice made through our own API", record, "unknown"],
  ["the banner's own", { ...record, source: "klaro" }, "granted"],
])("after half a year %s is asked again: %j", async (_, old, state) => {
  await keep(scene.device, { consent: { ...old, at: now - 181 * 86_400_000 }, state: skier });
  const { client } = await scene.start();
  await settled(20);
  expect(client.consent.get().personalization).toBe(state);
  if (state === "unknown") expect(await names(scene)).toEqual([]);
});

test("the receipt: record, time, and what the manifest says of controller, notice and withdrawal", async () => {
  const consent = { controller: "Almweg GmbH", notice: "/privacy/", purposes: { statistics: ["count"] } };
  const { client } = await scene.start({ manifest: { consent } });
  expect(client.consent.record()).toBeUndefined();
  client.consent.set({ personalization: "granted" });
  const receipt = {
    v: 1,
    purposes: { personalization: "granted", statistics: "unknown" },
    at: now,
    time: "2023-11-14T22:13:20.000Z",
    source: "manual",
    policyVersion: "",
    controller: "Almweg GmbH",
    notice: "/privacy/",
    withdrawal: "heimspiel.consent.withdraw()",
  };
  expect(client.consent.record()).toEqual(receipt);
  expect((await client.export()).consent).toEqual(receipt);
});

test.each([
  [{}, "unknown"],
  [{ dnt: "on" } as const, "unknown"],
  [{ dnt: "on", gpc: "deny" } as const, "denied"],
  [{ dnt: "off", gpc: "deny" } as const, "unknown"],
])("Do Not Track counts only where the shop wants it to: %j", async (options, state) => {
  signals("doNotTrack", "1");
  const { client } = await scene.start(options);
  expect(client.consent.get().personalization).toBe(state);
});

test.each([
  ["default", "unknown", "granted"],
  ["deny", "denied", "denied"],
  ["ignore", "granted", "granted"],
] as const)("GPC, mode %s: an implicit grant is %s, an explicit one %s", async (gpc, implicit, explicit) => {
  signals("globalPrivacyControl", true);
  const { client } = await scene.start({ gpc, implicit: "personalization statistics" });
  expect(client.consent.get()).toEqual({ personalization: implicit, statistics: implicit });
  client.consent.set(granted);
  expect(client.consent.get()).toEqual({ personalization: explicit, statistics: explicit });
});

test("an implicit grant is the merchant's word: it personalizes, and no record of a choice is made of it", async () => {
  const { client } = await scene.start({ implicit: "personalization" });
  expect(client.consent.get()).toEqual({ personalization: "granted", statistics: "unknown" });
  expect(client.consent.record()).toBeUndefined();
});

const onPage = (): HTMLElement =>
  build(`<section data-heim-slot="context"><p>Default</p>
    <template data-heim-variant="here" data-heim-when='{"page.topics":"hiking"}'><p>Here</p></template></section>`);

test("before a choice, where the shop allows it, a slot may use what the page is about; nothing is kept", async () => {
  build(`<main data-heim-topics="hiking"></main>`);
  const [element, other] = [onPage(), hero()];
  const { client } = await scene.start({ beforeConsent: "contextual" });
  await settled(20);
  expect(text(element)).toBe("Here");
  expect(text(other)).toBe("Default");
  expect(await names(scene)).toEqual([]);
  expect(client.context().topics).toEqual([]);
  client.consent.set(denied);
  expect(text(element)).toBe("Default");
  expect(element.dataset["heimState"]).toBe("no-consent");
});

test.each<[string, () => Promise<void>, object]>([
  ["the shop does not", () => Promise.resolve(), {}],
  [
    "the visitor has said no",
    () => keep(scene.device, { consent: { ...refusal, at: now } }),
    { beforeConsent: "contextual" },
  ],
  [
    "GPC denies",
    () => {
      signals("globalPrivacyControl", true);
      return Promise.resolve();
    },
    { beforeConsent: "contextual", gpc: "deny" },
  ],
])("the default stands where %s", async (_, before, options) => {
  await before();
  build(`<main data-heim-topics="hiking"></main>`);
  const element = onPage();
  await scene.start(options);
  await settled(20);
  expect(text(element)).toBe("Default");
});

test("a banner's name that nobody knows is said, and every banner is heard", async () => {
  const { said } = await scene.start({ consent: "klaroo" });
  await settled(20);
  expect(said.join()).toContain('"klaroo" is not known');
});

test("an erase that was blocked is made up for at the next load: an empty database is deleted", async () => {
  await keep(scene.device, {});
  expect(await names(scene)).toEqual(["heimspiel"]);
  await scene.start();
  await settled(20);
  expect(await names(scene)).toEqual([]);
});

test("what was kept before the browser's signal denied is erased", async () => {
  await keep(scene.device, { consent: record, state: skier });
  signals("globalPrivacyControl", true);
  const element = hero();
  await scene.start({ gpc: "deny" });
  await settled(20);
  expect(text(element)).toBe("Default");
  expect(await names(scene)).toEqual([]);
});

test("storage that never answers counts as a first visit, and the banner is heard", async () => {
  vi.spyOn(scene.device, "open").mockReturnValue(new EventTarget() as IDBOpenDBRequest);
  vi.spyOn(scene.device, "databases").mockReturnValue(new Promise(() => undefined));
  const consent = vi.fn(real.consent);
  const element = hero();
  const { client } = await scene.start({}, { ...real, consent });
  expect(element.dataset["heimState"]).toBeUndefined();
  vi.advanceTimersByTime(2000);
  await settled(20);
  expect(element.dataset["heimState"]).toBe("no-consent");
  expect(client.consent.get().personalization).toBe("unknown");
  vi.advanceTimersByTime(2000);
  await settled(20);
  expect(consent).toHaveBeenCalled();
});

test("statistics withdrawn alone: what was noted down for them goes, the interests stay", async () => {
  hero();
  const { client } = await scene.start({ site: "outdoor", collector: "https://shop.example/heim" });
  client.consent.set(granted);
  await settled(30);
  client.declare("sport", "ski");
  client.goal("signup");
  await settled(20);
  expect(await client.export()).toHaveProperty("visit");
  client.consent.set({ statistics: "denied" });
  await settled(30);
  turn(document, "hidden");
  await settled(30);
  const left = await stored(scene.device);
  expect(left).toMatchObject({ state: { profile: { declared: { sport: { value: "ski" } } } } });
  expect(left).not.toHaveProperty("statistics");
  expect(left?.["state"]).not.toHaveProperty("visit");
});

test("Do Not Track that denies is seen before the first decision", async () => {
  await keep(scene.device, { consent: record, state: skier });
  signals("doNotTrack", "1");
  const element = hero();
  await scene.start({ dnt: "on", gpc: "deny" }, failing);
  expect(text(element)).toBe("Default");
});
