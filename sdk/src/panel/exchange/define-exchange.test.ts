import { Window as HappyWindow } from "happy-dom";
import { expect, test, vi } from "vitest";
import { defineExchange } from "./define-exchange.js";
import type { ExchangePorts, ExchangeView, Place } from "./ports.js";

const nothing: ExchangeView = { use: "all", empty: true, once: [], later: [], refused: [] };

/** A page with a quiz, and a client that foresees what it is told to. */
function setUp(html = `<form><input name="tour"><heim-exchange></heim-exchange></form>`, lang = "en") {
  const window = new HappyWindow() as unknown as Window & typeof globalThis;
  const { document } = window;
  document.documentElement.lang = lang;
  const scene = { view: nothing as ExchangeView | undefined, changed: (): void => undefined, stopped: 0 };
  const log = vi.fn();
  const ports: ExchangePorts = {
    foresee: vi.fn(() => scene.view),
    on(listener) {
      scene.changed = listener;
      return () => {
        scene.stopped++;
      };
    },
    log,
  };
  defineExchange(window, ports);
  const template = document.createRange().createContextualFragment(html);
  document.body.append(template);
  const element = document.querySelector<HTMLElement>("heim-exchange")!;
  const said = (): string => element.shadowRoot?.querySelector("[role=status]")?.textContent ?? "";
  const dispatch = (type: string): unknown =>
    document.querySelector("form")?.dispatchEvent(new window.Event(type, { bubbles: true }));
  return { window, document, element, scene, ports, log, said, dispatch };
}

const place = (to: string | undefined, { below = true, done = false } = {}): Place & { done: boolean } => {
  const made = { element: {} as HTMLElement, from: "Boots", to, below, done, isDone: () => made.done };
  return made;
};

test("it says what an answer would change, then what it has changed", async () => {
  const { scene, said, dispatch, element } = setUp();
  expect(said()).toMatch(/^Choose, and you see here/);
  const [seen, unseen] = [place("Tents", { below: false }), place("Packs")];
  scene.view = { ...nothing, empty: false, once: [unseen], later: [seen] };
  dispatch("change");
  await vi.waitFor(() => expect(said()).toMatch(/at once:PacksFurther down, instead of: Boots.*again:Tents/));
  const buttons = (): (string | null)[] =>
    [...element.shadowRoot!.querySelectorAll("button")].map((button) => button.ariaLabel);
  expect(buttons()).toEqual(["Show: Tents"]);
  unseen.done = true;
  dispatch("heim:quiz");
  expect(said()).toMatch(/^Done. This has changed on this page:Packs.*again:Tents/);
  expect(buttons()).toEqual(["Show: Packs", "Show: Tents"]);
  scene.view = nothing;
  dispatch("change");
  await vi.waitFor(() => expect(said()).toMatch(/^This answer changes nothing on this page/));
});

test("what happens to a place after the answer is told too", async () => {
  const { scene, said, dispatch } = setUp();
  const seen = place("Tents");
  scene.view = { ...nothing, later: [seen] };
  dispatch("submit");
  dispatch("heim:quiz");
  expect(said()).toMatch(/^Done. Nothing has changed on this page so far.You have seen this already/);
  seen.done = true;
  scene.changed();
  await vi.waitFor(() => expect(said()).toMatch(/^Done. This has changed on this page:Tents/));
});

test.each([
  ["kept", /but changes nothing/, /^Your answer stays on this device/],
  ["none", /^Without your consent/, /^$/],
  ["silent", /too private/, /^$/],
] as const)("where answers are %s it says so, and promises no more", (use, words, promise) => {
  const { scene, said, dispatch, element } = setUp();
  scene.view = { ...nothing, use };
  dispatch("heim:quiz");
  expect(said()).toMatch(words);
  expect(element.shadowRoot?.querySelector("[part=note]")?.textContent).toMatch(promise);
});

test("it speaks the language of its place", () => {
  expect(setUp(undefined, "de-AT").said()).toMatch(/^Wählen Sie/);
});

test("where it says the same as before, nothing is touched", async () => {
  const { scene, element, ports } = setUp();
  const first = element.shadowRoot!.querySelector("p");
  scene.changed();
  await vi.waitFor(() => expect(ports.foresee).toHaveBeenCalledTimes(2));
  expect(element.shadowRoot!.querySelector("p")).toBe(first);
});

test("outside a form it is left out, and that is said", () => {
  const { element, log } = setUp("<heim-exchange></heim-exchange>");
  expect(element.shadowRoot).toBeNull();
  expect(log).toHaveBeenCalledOnce();
});

test("taken out of the page it hears nothing any more", () => {
  const { element, scene } = setUp();
  element.remove();
  expect(scene.stopped).toBe(1);
});

test("a second client takes over, the elements that come later are its own", () => {
  const { window, document, ports } = setUp();
  const foresee = vi.fn(() => nothing);
  defineExchange(window, { ...ports, foresee });
  const form = document.createElement("form");
  form.append(document.createElement("heim-exchange"));
  document.body.append(form);
  expect(foresee).toHaveBeenCalled();
});
