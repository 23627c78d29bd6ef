// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import type { Boot } from "../boot.js";
import { emptyProfile } from "../interests/index.js";
import { build } from "../slots/build.test-helper.js";
import { granted, hero, state, text, usePageView } from "./begin.test-helper.js";
import { keep, stored } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";
import type { Options } from "./options.js";

const scene = usePageView();

test("a returning visitor's slot is decided on what is stored, before any other stage", async () => {
  await keep(scene.device, { consent: granted, state });
  const element = hero();
  const { view } = await scene.start();
  expect(text(element)).toBe("Skis");
  expect(view).toMatchObject({ ready: true, record: granted });
  expect(view.granted()).toBe(true);
  expect(view.events.map(({ kind }) => kind)).toEqual(["met"]);
});

test("a first visitor's slot keeps its default, and asking has created no database", async () => {
  const element = hero();
  const { view } = await scene.start();
  expect(text(element)).toBe("Default");
  expect(element.dataset["heimState"]).toBe("no-consent");
  expect(view.granted()).toBe(false);
  expect(view.situation()).toBeUndefined();
  expect(await scene.device.databases()).toEqual([]);
});

test("in strict mode the device is not even read before the banner has spoken", async () => {
  await keep(scene.device, { consent: granted, state });
  const open = vi.spyOn(scene.device, "open");
  const element = hero();
  const { view } = await scene.start({ consent: "strict" });
  expect(open).not.toHaveBeenCalled();
  expect(text(element)).toBe("Default");
  expect(view.granted()).toBe(false);
});

const opposed = { personalization: "denied", statistics: "granted" };
test.each<[string, unknown, Options]>([
  ["the record is a denial", { ...granted, purposes: opposed }, {}],
  ["the privacy notice has another version", granted, { policyVersion: "2" }],
  ["the record is of another notice", { ...granted, policyVersion: "2" }, {}],
  ["there is no record", undefined, {}],
  ["the record is no record", "granted", {}],
  ["the record is empty", {}, {}],
])("nothing stored is used when %s", async (_, consent, options) => {
  await keep(scene.device, { ...(consent !== undefined && { consent }), state });
  const element = hero();
  const { view } = await scene.start(options);
  expect(text(element)).toBe("Default");
  expect(view.state).toBeUndefined();
});

test.each<[Options, boolean]>([
  [{}, true],
  [{ gpc: "ignore" }, true],
  [{ gpc: "deny" }, false],
])("a browser that sends GPC, options %j: used %s", async (options, used) => {
  await keep(scene.device, { consent: granted, state });
  Object.defineProperty(navigator, "globalPrivacyControl", { value: true, configurable: true });
  const element = hero();
  await scene.start(options);
  Reflect.deleteProperty(navigator, "globalPrivacyControl");
  expect(text(element)).toBe(used ? "Skis" : "Default");
});

test("the manifest that was kept is in force at once", async () => {
  await keep(scene.device, {
    consent: granted,
    state,
    manifest: { personas: { skier: "declared.sport = ski" } },
  });
  const element = build(`<div data-heim-slot="hero">Default<template data-heim-variant="a"
    data-heim-when="persona = skier">Persona</template></div>`);
  await scene.start();
  expect(text(element)).toBe("Persona");
});

test("a manifest given with the options is in force, and its malformed personas are named", async () => {
  await keep(scene.device, { consent: granted, state });
  const element = build(`<div data-heim-slot="hero">Default<template data-heim-variant="a"
    data-heim-when="persona = skier">Persona</template></div>`);
  const { said, view } = await scene.start({
    manifest: { personas: { broken: "(", skier: "declared.sport = ski" } },
  });
  await view.needed;
  expect(text(element)).toBe("Persona");
  expect(said).toEqual(["manifest.personas.broken"]);
});

test("what was declared fills the page's texts", async () => {
  await keep(scene.device, { consent: granted, state });
  const element = build(`<span data-heim-text="declared.sport">sports</span>`);
  const { view } = await scene.start();
  await view.needed;
  expect(text(element)).toBe("ski");
});

test.each([undefined, "text", { profile: { v: 2 } }, { profile: null, memory: null }])(
  "a state that cannot be used (%j) is as none: the visitor begins anew",
  async (broken) => {
    await keep(scene.device, { consent: granted, state: broken });
    const element = hero();
    const { view } = await scene.start();
    expect(text(element)).toBe("Default");
    expect(element.dataset["heimState"]).toBe("default");
    expect(view.state?.profile).toEqual(emptyProfile());
  },
);

test("a slot that comes later is decided when it comes", async () => {
  await keep(scene.device, { consent: granted, state });
  await scene.start();
  const element = hero();
  await settled();
  expect(text(element)).toBe("Skis");
});

test("the inlined script's read is used, and what it holds is let go", async () => {
  const open = vi.spyOn(scene.device, "open");
  const release = vi.fn();
  const read = Promise.resolve([granted, state, undefined] as never);
  window.heimspielBoot = { read, held: false, began: 0, release } satisfies Boot;
  const element = hero();
  await scene.start();
  expect(open).not.toHaveBeenCalled();
  expect(text(element)).toBe("Skis");
  await settled();
  expect(release.mock.calls).toEqual([[true], [null]]);
});

test("while the page is parsed, slots still to come stay hidden until they are decided, and then no longer", async () => {
  const release = vi.fn();
  vi.spyOn(document, "readyState", "get").mockReturnValue("loading");
  window.heimspielBoot = {
    read: Promise.resolve([granted, state, undefined] as never),
    held: true,
    began: performance.now(),
    release,
  };
  await scene.start();
  expect(release.mock.calls).toEqual([[true]]);
  document.dispatchEvent(new Event("readystatechange"));
  await settled();
  expect(release.mock.calls).toEqual([[true], [null]]);
});

test("a slot that waits for its framework stays hidden until it is brought to life, and not when all is stopped", async () => {
  const release = vi.fn();
  window.heimspielBoot = {
    read: Promise.resolve([granted, state, undefined] as never),
    held: true,
    began: performance.now(),
    release,
  };
  const element = hero();
  element.dataset["heimHydrate"] = "";
  const { view } = await scene.start();
  await settled();
  expect(text(element)).toBe("Default");
  expect(release.mock.calls).toEqual([[true], [element]]);
  view.take(element, 0);
  expect(text(element)).toBe("Skis");
  view.stop();
  expect(release).toHaveBeenLastCalledWith();
});

test("each part is hidden no longer than its own limit, whatever the device is doing", async () => {
  const release = vi.fn();
  const read = new Promise<never>(() => undefined);
  window.heimspielBoot = { read, held: true, began: performance.now() - 150, release };
  const part = (wait: string): HTMLElement =>
    build(`<div data-heim-slot="a${wait}" data-heim-wait="${wait}"></div>`);
  const [soon, usual, patient] = [part("150"), part(""), part("9000")];
  const list = build(`<ul data-heim-rank="interest"></ul>`);
  void scene.start();
  expect(window.heimspielBoot.kept).toBe(true);
  const states = (): unknown[] => [soon, usual, list, patient].map(({ dataset }) => dataset["heimState"]);
  await vi.waitFor(() => expect(states()).toEqual(["timeout", "timeout", "timeout", undefined]));
  expect(release).not.toHaveBeenCalled();
});

test("a device that cannot be read is as none", async () => {
  vi.spyOn(scene.device, "open").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  const element = hero();
  await scene.start();
  expect(element.dataset["heimState"]).toBe("no-consent");
});

test("nothing is written, ever", async () => {
  await keep(scene.device, { consent: granted, state });
  hero();
  await scene.start();
  await settled();
  expect(await stored(scene.device)).toEqual({ consent: granted, state });
});

test("stop leaves no slot watched, and later slots alone", async () => {
  const element = hero();
  const { view } = await scene.start();
  expect(scene.observers.live()).toBeGreaterThan(0);
  view.stop();
  expect(scene.observers.live()).toBe(0);
  const later = hero();
  await settled();
  expect(later.dataset["heimState"]).toBeUndefined();
  expect(text(element)).toBe("Default");
});
