// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { build } from "../slots/build.test-helper.js";
import { begin } from "./begin.js";
import { startClient } from "./client-stage.js";
import { failing, granted, hero, now, real, record, skier, text, useScene } from "./client.test-helper.js";
import { keep, stored } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";
import { startGoals } from "./goals.js";
import { watchVisitEnd } from "./leaving.js";
import { readManifest } from "./manifest.js";
import { turn } from "./page.test-helper.js";
import { mapTopics } from "./topics.js";
import { loadMore } from "./more.test-helper.js";

const scene = useScene();

const ending = () => {
  const ended = vi.fn();
  return { ended, stop: watchVisitEnd(window, ended) };
};
const block = (e: Event) => e.preventDefault();
test("stop leaves no observer where a variant is shown", async () => {
  await keep(scene.device, { consent: record, state: skier });
  hero();
  const { client } = await scene.start();
  client.stop();
  expect(scene.observers.live()).toBe(0);
});
test("stop right after start: nothing is decided or watched afterwards", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const element = hero();
  const view = begin({}, { window, clock: () => now, random: () => 1, log: () => undefined }, loadMore);
  const c = startClient(view, real, Promise.resolve());
  c.stop();
  await settled(20);
  expect([text(element), scene.observers.live()]).toEqual(["Default", 0]);
});
test("Navigation API: a same-document navigation (pushState, hash) is not leaving", () => {
  const navigation = new EventTarget();
  Object.defineProperty(window, "navigation", { value: navigation, configurable: true });
  const { ended, stop } = ending();
  navigation.dispatchEvent(
    Object.assign(new Event("navigate"), {
      destination: { url: location.href + "#a", sameDocument: true },
      hashChange: true,
    }),
  );
  turn(document, "hidden");
  stop();
  Reflect.deleteProperty(window, "navigation");
  expect(ended).toHaveBeenCalledOnce();
});
test.each(["<a href='#details'>x</a>", "<a href='/manual.pdf' download>x</a>"])(
  "without it: %s is not leaving",
  (html) => {
    window.addEventListener("click", block);
    const { ended, stop } = ending();
    build(html).dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    turn(document, "hidden");
    stop();
    window.removeEventListener("click", block);
    expect(ended).toHaveBeenCalledOnce();
  },
);
test("without it: a form the page sends itself (AJAX, preventDefault) is not leaving", () => {
  const { ended, stop } = ending();
  const form = build("<form action='/cart/add'></form>");
  form.addEventListener("submit", block);
  form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  turn(document, "hidden");
  stop();
  expect(ended).toHaveBeenCalledOnce();
});
test("without it: a link with Ctrl opens another tab, this page stays", () => {
  window.addEventListener("click", block);
  const { ended, stop } = ending();
  build("<a href='/next'>x</a>").dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: true }),
  );
  turn(document, "hidden");
  stop();
  window.removeEventListener("click", block);
  expect(ended).toHaveBeenCalledOnce();
});
test("an address that is none does not throw into the page", () => {
  window.addEventListener("click", block);
  const { stop } = ending();
  const link = build("<a href='http://['>x</a>");
  let thrown: unknown;
  try {
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  } catch (error) {
    thrown = error;
  }
  stop();
  window.removeEventListener("click", block);
  expect(thrown).toBeUndefined();
});
test("goals below data-heim-ignore are not read", () => {
  const goal = vi.fn();
  const stop = startGoals(document, goal);
  const element = build(
    "<div data-heim-ignore><button type='button' data-heim-goal='signup'></button></div>",
  );
  element.firstElementChild!.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  stop();
  expect(goal).not.toHaveBeenCalled();
});
test("what was told while denied is not recorded by a later grant", async () => {
  const { client } = await scene.start();
  client.consent.withdraw();
  client.declare("sport", "ski");
  await settled(20);
  client.consent.set({ personalization: "granted" });
  await settled(20);
  expect(JSON.stringify(await client.export())).not.toContain("ski");
});
test.each([{ parents: "outdoor" }, { aliases: 5 }, { parents: [5] }])(
  "a topic with malformed parts %j does not break signals",
  (bad) => {
    const { topics } = readManifest({ topics: [{ id: "hiking", ...bad }] }, () => undefined);
    expect(() => mapTopics({ topics: topics! })({ kind: "view", topics: ["hiking"], at: 1 })).not.toThrow();
  },
);
test("client.signal does not throw into the page", async () => {
  const { client } = await scene.start({
    manifest: { topics: [{ id: "hiking", parents: "outdoor" as never }] },
  });
  client.consent.set({ personalization: "granted" });
  await settled(20);
  expect(() => client.signal({ kind: "like", topics: ["hiking"] })).not.toThrow();
});
test("client.signal / declare with nonsense does not throw", async () => {
  const { client } = await scene.start();
  client.consent.set({ personalization: "granted" });
  await settled(20);
  expect(() => client.signal({ kind: "like" } as never)).not.toThrow();
  expect(() => client.signal(undefined as never)).not.toThrow();
});
test("nonsense queued before the grant does not keep the observing stage from starting", async () => {
  const { client } = await scene.start();
  client.signal({ kind: "like" } as never);
  client.declare("sport", "ski");
  client.consent.set({ personalization: "granted" });
  await settled(20);
  expect(JSON.stringify(await client.export())).toContain("ski");
});
test("no IndexedDB and no store stage: erase resolves, nothing is unhandled", async () => {
  vi.stubGlobal("indexedDB", undefined);
  const { client } = await scene.start({}, failing);
  client.consent.set(granted);
  await expect(client.erase()).resolves.toBeUndefined();
  await settled();
  expect(scene.rejections).toEqual([]);
});
test("export settles where the observing stage cannot be loaded", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const { client } = await scene.start({}, { ...real, observe: failing.observe });
  let done = false;
  void client.export().then(() => (done = true));
  await settled(20);
  expect(done).toBe(true);
});
test("after stop nothing is learned or written any more", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const { client } = await scene.start();
  client.stop();
  client.declare("after", "stop");
  await settled(20);
  expect(JSON.stringify(await stored(scene.device))).not.toContain("after");
});
test("stop closes the connection to IndexedDB", async () => {
  const { client } = await scene.start();
  client.consent.set({ personalization: "granted" });
  await settled(20);
  client.stop();
  await settled();
  const raw = (
    scene.device as unknown as {
      _databases: Map<string, { connections: { _closed: boolean; _closePending: boolean }[] }>;
    }
  )._databases;
  const open = [...raw.values()]
    .flatMap(({ connections }) => connections)
    .filter((one) => !one._closed && !one._closePending);
  expect(open).toHaveLength(0);
});
test("a stored manifest of another shape is survived", async () => {
  await keep(scene.device, { consent: record, state: skier, manifest: { topics: [null], personas: 5 } });
  const element = hero();
  const view = begin({}, { window, clock: () => now, random: () => 1, log: () => undefined }, loadMore);
  await settled(20);
  view.stop();
  expect(scene.rejections).toEqual([]);
  expect(text(element)).not.toBe("");
});
test("a click that the page keeps to itself counts for the slot", async () => {
  await keep(scene.device, { consent: record, state: skier });
  const element = hero();
  const { client } = await scene.start();
  scene.observers.see(element);
  element.addEventListener("click", (event) => event.stopPropagation());
  element.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  const { memory } = (await client.export()) as {
    memory: { slots: Record<string, { variants: Record<string, { unclicked: number }> }> };
  };
  expect(memory.slots["hero"]?.variants["ski"]?.unclicked).toBe(0);
});
