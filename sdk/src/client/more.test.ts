// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { emptyProfile, fold } from "../interests/index.js";
import { build } from "../slots/build.test-helper.js";
import { granted, hero, now, skier, state, text, usePageView } from "./begin.test-helper.js";
import { keep } from "./device.test-helper.js";
import { settled } from "./fakes.test-helper.js";
import type { More } from "./more.js";
import { loadMore } from "./more.test-helper.js";

const scene = usePageView();

const hiker = fold(skier, { kind: "declare", topics: ["hiking"], at: now }, now);

/** What few pages need, when the test lets it come. */
function lateMore() {
  let come = (): void => undefined;
  const load = vi.fn(
    () => new Promise<More>((resolve) => (come = (): void => void loadMore().then(resolve))),
  );
  return { load, come: () => come() };
}

const patterned = (): HTMLElement =>
  build(`<section data-heim-slot="hero"><p>Default</p><template data-heim-variant="ski"
    data-heim-when='{"declared.sport":{"$regex":"^sk"}}'><p>Skis</p></template></section>`);

test("a condition that few pages have waits, hidden, for what reads it; the others do not", async () => {
  await keep(scene.device, { consent: granted, state });
  const release = vi.fn();
  const read = Promise.resolve([granted, state, undefined] as never);
  window.heimspielBoot = { read, held: true, began: performance.now(), release };
  const { load, come } = lateMore();
  const [rare, plain] = [patterned(), hero()];
  build(`<section data-heim-slot="third"></section>`); // never every slot of a page is personalized
  const { view } = await scene.start({}, load);
  await settled();
  expect([text(rare), rare.dataset["heimState"]]).toEqual(["Default", undefined]);
  expect(text(plain)).toBe("Skis");
  expect(release.mock.calls).toEqual([[true]]);
  come();
  await view.needed;
  await settled();
  expect(text(rare)).toBe("Skis");
  expect(release.mock.calls).toEqual([[true], [null]]);
  expect(load).toHaveBeenCalledTimes(1);
});

test("what cannot be loaded leaves the default, visible", async () => {
  await keep(scene.device, { consent: granted, state });
  const release = vi.fn();
  window.heimspielBoot = {
    read: Promise.resolve([granted, state, undefined] as never),
    held: true,
    began: performance.now(),
    release,
  };
  const element = patterned();
  const { said } = await scene.start({}, () => Promise.reject(new Error("blocked")));
  await settled();
  expect(text(element)).toBe("Default");
  expect(release.mock.calls).toEqual([[true], [null]]);
  expect(said).toEqual(["more.js"]);
});

test("without a grant nothing more is loaded", async () => {
  const { load } = lateMore();
  const element = patterned();
  const list = build(`<ul data-heim-rank="interest"></ul>`);
  await scene.start({}, load);
  expect(load).not.toHaveBeenCalled();
  expect([element, list].map(({ dataset }) => dataset["heimState"])).toEqual(["no-consent", "no-consent"]);
});

test("with a persona that few manifests have, the slots that ask wait for it", async () => {
  const personas = { skier: { "declared.sport": { $regex: "ski" } } };
  await keep(scene.device, { consent: granted, state, manifest: { personas } });
  const { load, come } = lateMore();
  const element = build(`<div data-heim-slot="hero">Default<template data-heim-variant="a"
    data-heim-when="persona = skier">Persona</template></div>`);
  const { view } = await scene.start({}, load);
  expect(text(element)).toBe("Default");
  come();
  await view.needed;
  expect(text(element)).toBe("Persona");
});

test("a list is put in the visitor's order once, and stays so for the page view", async () => {
  await keep(scene.device, { consent: granted, state: { ...state, profile: hiker } });
  const list = build(`<ul data-heim-rank="interest"><li data-heim-topics="golf">g</li>
    <li data-heim-topics="hiking">h</li></ul>`);
  const { view } = await scene.start();
  await view.needed;
  expect(text(list).replace(/\s/g, "")).toBe("hg");
  expect(list.dataset["heimState"]).toBe("personalized");
  view.state = { ...state, profile: emptyProfile() };
  view.decide();
  expect(text(list).replace(/\s/g, "")).toBe("hg");
  view.parts?.revertAll();
  expect(text(list).replace(/\s/g, "")).toBe("gh");
  expect(list.dataset["heimState"]).toBe("no-consent");
});

test("an offer that the address names stands in the first decision, and its link is known only from the manifest", async () => {
  const campaigns = { spring: { utm: ["newsletter-5"] }, old: { until: "2001-01-01" } };
  await keep(scene.device, { consent: granted, state, manifest: { campaigns } });
  const offer = (): HTMLElement =>
    build(`<div data-heim-slot="hero">Default<template data-heim-variant="a"
      data-heim-when="campaign = spring and channel = email">Offer</template></div>`);
  for (const [search, shown] of [
    ["?heim=spring&utm_medium=email", "Offer"],
    ["?utm_campaign=newsletter-5&utm_medium=email", "Offer"],
    ["?utm_campaign=newsletter-6&utm_medium=email", "Default"],
    ["?heim=old&utm_medium=email", "Default"],
    ["?q=x", "Default"],
  ] as const) {
    window.history.replaceState(null, "", search);
    const element = offer();
    const { view } = await scene.start();
    await view.needed;
    expect(text(element), search).toBe(shown);
    view.stop();
    element.remove();
  }
  window.history.replaceState(null, "", "?");
});
