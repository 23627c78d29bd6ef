// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyProfile, fold } from "../interests/index.js";
import { hero, now, record, skier, text, useScene } from "./client.test-helper.js";
import { keep, stored } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";
import { turn } from "./page.test-helper.js";

const scene = useScene();
let heard: unknown[];
let other: BroadcastChannel;
let states: BroadcastChannel;

beforeEach(() => {
  heard = [];
  other = new BroadcastChannel("heimspiel");
  other.onmessage = ({ data }) => heard.push(data);
  states = new BroadcastChannel("heimspiel-state");
});
afterEach(() => {
  other.close();
  states.close();
});

/** Messages between tabs take their time, a little of the real one. */
const until = async (holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 500 && !holds(); turn++) await settled(1);
};
const denial = (purpose: string) => ({ kind: "consent", purpose, state: "denied", at: now + 1, epoch: 1 });
const returning = async (): Promise<HTMLElement> => {
  await keep(scene.device, { consent: record, state: skier });
  const element = hero();
  await scene.start();
  await settled(20);
  expect(text(element)).toBe("Skis");
  return element;
};

test("a withdrawal in another tab ends the use in this one", async () => {
  const element = await returning();
  other.postMessage(denial("personalization"));
  await until(() => text(element) === "Default");
  expect(text(element)).toBe("Default");
  expect(element.dataset["heimState"]).toBe("no-consent");
});

test("a withdrawal here is told to the other tabs, for each purpose", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const { client } = await scene.start();
  client.consent.withdraw();
  await until(() => heard.length >= 2);
  expect(heard).toEqual(
    ["personalization", "statistics"].map((purpose) => ({
      ...denial(purpose),
      at: now,
      epoch: expect.any(Number),
    })),
  );
});

test("a page that comes back and finds the record erased ends its use, and brings nothing back", async () => {
  const element = await returning();
  const deletion = scene.device.deleteDatabase("heimspiel");
  await new Promise((resolve) => (deletion.onsuccess = resolve));
  turn(document, "hidden");
  turn(document, "visible");
  await settled(30);
  expect(text(element)).toBe("Default");
  turn(document, "hidden");
  await settled(30);
  expect(await stored(scene.device)).toBeUndefined();
});

test("what another tab has learned is used here at once", async () => {
  await keep(scene.device, { consent: record, state: { ...skier, profile: emptyProfile() } });
  const element = hero();
  await scene.start();
  await settled(20);
  expect(text(element)).toBe("Default");
  const at = now + 1;
  const profile = fold(emptyProfile(), { kind: "declare", topics: [], name: "sport", value: "ski", at }, at);
  await keep(scene.device, { state: { ...skier, profile } });
  states.postMessage(0);
  await until(() => text(element) === "Skis");
  expect(text(element)).toBe("Skis");
});

test("what this tab has written is told to the others", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const { client } = await scene.start();
  await settled(20);
  states.onmessage = ({ data }) => heard.push(data);
  client.declare("size", 42);
  await until(() => heard.length > 0);
  expect(heard).toEqual([0]);
  expect(JSON.stringify(await stored(scene.device))).toContain('"size":{"value":42');
});

test.each([
  null,
  "text",
  5,
  {},
  { kind: "other" },
  { kind: "consent" },
  { kind: "consent", purpose: "x", state: "denied" },
])("a message that is none of ours (%j) changes nothing", async (message) => {
  const element = await returning();
  const errors = vi.fn();
  window.addEventListener("error", errors);
  other.postMessage(message);
  await settled(60);
  window.removeEventListener("error", errors);
  expect(text(element)).toBe("Skis");
  expect(errors).not.toHaveBeenCalled();
  expect(scene.rejections).toEqual([]);
});

test("a page in the back/forward cache hears nothing of the state, and hears again when it comes back", async () => {
  await keep(scene.device, { consent: record, state: { ...skier, profile: emptyProfile() } });
  const element = hero();
  await scene.start();
  await settled(20);
  window.dispatchEvent(new Event("pagehide"));
  await settled(20);
  const profile = fold(
    emptyProfile(),
    { kind: "declare", topics: [], name: "sport", value: "ski", at: now },
    now,
  );
  await keep(scene.device, { state: { ...skier, profile } });
  states.postMessage(0);
  await settled(50);
  expect(text(element)).toBe("Default");
  window.dispatchEvent(new Event("pageshow"));
  states.postMessage(0);
  await until(() => text(element) === "Skis");
  expect(text(element)).toBe("Skis");
});
