// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { build } from "../slots/build.test-helper.js";
import { hero, now, record, skier, text, useScene } from "./client.test-helper.js";
import { keep, stored } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";

const scene = useScene();
afterEach(() => goTo("/"));

const goTo = (path: string): void => history.replaceState(null, "", path);

test("a campaign of the address stands on the next page too, and leaves the address bar", async () => {
  await keep(scene.device, { consent: record, state: skier });
  goTo("/start?heim=peru&page=2");
  const { client } = await scene.start({ manifest: { campaigns: { peru: { topics: ["travel"] } } } });
  await settled(20);
  expect(location.search).toBe("?page=2");
  expect(client.context().campaign).toBe("peru");
  expect(await client.export()).toMatchObject({
    profile: { campaign: { id: "peru", until: now + 30 * 86_400_000 }, topics: { travel: {} } },
  });
  client.stop();
  expect(await stored(scene.device)).toMatchObject({ state: { profile: { campaign: { id: "peru" } } } });
  const next = await scene.start();
  await settled(20);
  expect(next.client.context().campaign).toBe("peru");
});

test("without a grant a campaign is not kept, and the address is left as it is", async () => {
  goTo("/start?heim=peru");
  await scene.start();
  await settled(20);
  expect(location.search).toBe("?heim=peru");
  expect(await stored(scene.device)).toBeUndefined();
});

test("what a quiz is told is used at once, and shown in it on the next page", async () => {
  await keep(scene.device, { consent: record, state: { ...skier } });
  const quiz = `<form data-heim-quiz="me"><input name="sport"></form>`;
  const form = build(quiz) as HTMLFormElement;
  const input = form.querySelector("input") as HTMLInputElement;
  const { client } = await scene.start();
  await settled(30);
  expect(input.value).toBe("ski");
  input.value = "golf";
  form.dispatchEvent(new SubmitEvent("submit", { bubbles: true, cancelable: true }));
  await settled(20);
  expect(await client.export()).toMatchObject({ profile: { declared: { sport: { value: "golf" } } } });
  expect(await stored(scene.device)).toMatchObject({
    state: { profile: { declared: { sport: { value: "golf" } } } },
  });
  expect(text(hero())).toBe("Default");
});

test("what looks like contact or payment data is refused, and that is said", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const { client, said } = await scene.start();
  await settled(20);
  client.declare("mail", "ada@shop.example");
  client.declare("size", "42");
  expect(await client.export()).toMatchObject({ profile: { declared: { size: { value: "42" } } } });
  expect(JSON.stringify(await client.export())).not.toContain("ada@");
  expect(said.join()).toContain("declared.mail");
});

test.each([
  ["of a newer release", { ...skier, profile: { v: 2, future: true } }],
  ["broken in part", { ...skier, profile: { ...skier.profile, topics: { hiking: 5 } } }],
])("a profile %s is set aside, and the page goes on", async (_, state) => {
  await keep(scene.device, { consent: record, state });
  const { client, said } = await scene.start();
  await settled(20);
  expect(await stored(scene.device)).toMatchObject({ "state-aside": { at: now, state } });
  expect(await client.export()).toMatchObject({ aside: { state } });
  expect(said.join()).toContain("set aside");
  await client.erase();
  expect(await stored(scene.device)).toBeUndefined();
});

test("an export says in plain words what is known, in the page's language", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const { client } = await scene.start();
  await settled(20);
  expect((await client.export()).words?.join("\n")).toMatch(/This shop knows .*ski/);
  document.documentElement.lang = "de";
  expect((await client.export()).words?.join("\n")).toMatch(/ski/);
  expect((await client.export()).words?.join("\n")).not.toMatch(/This shop/);
  document.documentElement.removeAttribute("lang");
});

test("a copy set aside is deleted after 90 days", async () => {
  const aside = { at: now - 91 * 86_400_000, state: {} };
  await keep(scene.device, { consent: record, state: skier, "state-aside": aside });
  await scene.start();
  await settled(20);
  expect(await stored(scene.device)).not.toHaveProperty("state-aside");
});

test("an answer taken back is gone from the device, and from what is shown", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const element = build(`<span data-heim-text="declared.sport">sports</span>`);
  const { client } = await scene.start();
  await settled(20);
  expect(text(element)).toBe("ski");
  client.declare("sport", "");
  expect(text(element)).toBe("sports");
  await settled(20);
  expect(JSON.stringify(await stored(scene.device))).not.toContain("ski");
});

test.each([
  ["itself", { id: "pregnancy" }],
  ["by its name", { id: "c17", label: "Schwangerschaft" }],
  ["by what it belongs to", { id: "jeans", parents: ["pregnancy"] }],
])("a page under a sensitive topic, %s, silences the page", async (_, topic) => {
  await keep(scene.device, { consent: record, state: skier });
  const { client } = await scene.start();
  await settled(20);
  const before = await client.export();
  client.signal({ kind: "view", topics: [topic] });
  client.signal({ kind: "like", topics: ["golf"] });
  expect(await client.export()).toMatchObject({ profile: before.profile });
  expect(JSON.stringify(await client.export())).not.toMatch(/jeans|golf|c17|pregnan|schwanger/i);
});
