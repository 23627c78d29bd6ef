// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { fold, isPersonal } from "../interests/index.js";
import { build } from "../slots/build.test-helper.js";
import { keep } from "./device.test-helper.js";
import { granted, state, text, usePageView } from "./begin.test-helper.js";
import type { Core, Model } from "./core.js";
import { foresee } from "./foresee.js";
import type { PageView } from "./page-view.js";
import type { Answers } from "./quiz.js";

const scene = usePageView();
const model = { fold, isPersonal } as unknown as Model;

const slot = (
  name: string,
  ...variants: readonly (readonly [variant: string, when: string])[]
): HTMLElement =>
  build(
    `<section data-heim-slot="${name}"><h2>${name}</h2>${variants
      .map(
        ([variant, when]) =>
          `<template data-heim-variant="${variant}" data-heim-when="${when}"><h2>${name}: ${variant}</h2></template>`,
      )
      .join("")}</section>`,
  );

/** A page of a visitor with consent, who has told of skiing; what is named has been seen. */
async function open(...seen: readonly string[]): Promise<PageView> {
  await keep(scene.device, { consent: granted, state });
  const { view } = await scene.start({ manifest: { personas: { biker: "declared.sport = bike" } } });
  await view.needed;
  for (const run of view.personalizer.runs.values()) if (seen.includes(run.markup.name)) run.seen = true;
  return view;
}

const would = (view: PageView, answers: Answers): ReturnType<typeof foresee> =>
  foresee(view as unknown as Core, model, answers);

/** The same answers, given. */
function give(view: PageView, answers: Answers): void {
  for (const [name, value] of Object.entries(answers)) {
    const { profile } = view.state!;
    const { [name]: _, ...declared } = profile.declared;
    const at = view.clock();
    const signal = { kind: "declare", topics: [], name, value, at } as const;
    const next = value === "" ? { ...profile, declared } : fold(profile, signal, at, view.settings.policy);
    view.state = { ...view.state!, profile: next };
    view.decide();
  }
}

const inWords = ({ once, later }: ReturnType<typeof foresee>): unknown => [
  once.map(({ from, to }) => [from, to]),
  later.map(({ from, to }) => [from, to]),
];

test("what has not been seen changes at once, what has been changes later; and so it then is", async () => {
  const [top, below] = ["top", "below"].map((name) => slot(name, ["bike", "declared.sport = bike"]));
  slot("other", ["golf", "declared.sport = golf"]);
  const view = await open("top");
  const found = would(view, { sport: "bike" });
  expect(inWords(found)).toEqual([[["below", "below: bike"]], [["top", "top: bike"]]]);
  expect([top, below].map((element) => element && text(element.firstElementChild!))).toEqual([
    "top",
    "below",
  ]);
  give(view, { sport: "bike" });
  expect([top, below].map((element) => element && text(element.firstElementChild!))).toEqual([
    "top",
    "below: bike",
  ]);
  expect([...found.once, ...found.later].map((place) => place.isDone())).toEqual([true, false]);
});

test("looking ahead changes nothing of the visitor's", async () => {
  slot("below", ["bike", "declared.sport = bike"]);
  const view = await open();
  const before = JSON.stringify(view.state);
  const { outerHTML } = document.body;
  would(view, { sport: "bike", size: "M", mail: "ada@shop.example" });
  expect(JSON.stringify(view.state)).toBe(before);
  expect(document.body.outerHTML).toBe(outerHTML);
});

test("the dose holds for what is announced as for what is shown", async () => {
  const slots = ["a", "b"].map((name) => slot(name, ["bike", "persona = biker"]));
  const view = await open();
  const found = would(view, { sport: "bike" });
  expect(inWords(found)).toEqual([[["a", "a: bike"]], []]);
  give(view, { sport: "bike" });
  expect(slots.map((element) => element.dataset["heimActive"])).toEqual(["bike", undefined]);
});

test("of several answers given one after the other the last has its way, as it then has", async () => {
  const slots = ["a", "b", "c"].map((name, at) =>
    slot(name, ["bike", `declared.sport = bike and not declared.no${String(at)}`]),
  );
  const view = await open("c");
  const answers = { sport: "bike", no0: true };
  const found = would(view, answers);
  give(view, answers);
  const shown = slots.map((element) => text(element.firstElementChild!));
  expect(inWords(found)).toEqual([[["b", "b: bike"]], [["c", "c: bike"]]]);
  expect(shown).toEqual(["a", "b: bike", "c"]);
});

test("a text changes, seen or not; what is taken back makes room for what everyone sees", async () => {
  const element = build(`<span data-heim-text="declared.sport">sports</span>`);
  build(`<span data-heim-text="declared.sport" data-heim-ignore>not ours</span>`);
  const view = await open();
  expect(text(element)).toBe("ski");
  const changed = would(view, { sport: "bike" });
  expect(inWords(changed)).toEqual([[["ski", "bike"]], []]);
  give(view, { sport: "bike" });
  expect(changed.once[0]?.isDone()).toBe(true);
  const back = would(view, { sport: "" });
  expect(inWords(back)).toEqual([[["bike", undefined]], []]);
  expect(back.once[0]?.isDone()).toBe(false);
  give(view, { sport: "" });
  expect(back.once[0]?.isDone()).toBe(true);
  expect(text(element)).toBe("sports");
});

test("what a variant says of the answer is announced with the answer in it, and as text", async () => {
  build(`<section data-heim-slot="hello"><p>Hello</p><template data-heim-variant="named" data-heim-when="declared.name">
    <style>p { color: red }</style><p>Hello, <b data-heim-text="declared.name">you</b></p></template></section>`);
  const view = await open();
  const { once } = would(view, { name: "<i>Ada</i>" });
  expect(once.map(({ from, to }) => [from, to])).toEqual([["Hello", "Hello, <i>Ada</i>"]]);
});

test.each<[string, Answers]>([
  ["contact data", { mail: "ada@shop.example" }],
  ["what is too private", { condition: "pregnancy" }],
  ["what is too long", { about: "x".repeat(65) }],
])("%s is not kept, and that is said", async (_, answers) => {
  slot("below", ["any", "declared.mail or declared.condition or declared.about"]);
  const view = await open();
  expect(would(view, answers)).toEqual({ once: [], later: [], refused: Object.keys(answers) });
});

test("what is known already is no news", async () => {
  slot("below", ["ski", "declared.sport = ski"]);
  const view = await open();
  expect(would(view, { sport: "ski" })).toEqual({ once: [], later: [], refused: [] });
});
