// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { build } from "./build.test-helper.js";
import { emitSlot, fillText, setState, watchSeen } from "./index.js";

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

test("the slot event bubbles and carries slot, variant, state and reason, nothing else", () => {
  const element = build("<section></section>");
  const listener = vi.fn();
  document.addEventListener("heim:slot", listener, { once: true });
  const decision = {
    slot: "hero",
    variant: "a",
    state: "personalized",
    reason: { rule: "eligible" },
    arm: 1,
  } as const;
  emitSlot(element, decision);
  const event = listener.mock.calls[0]![0] as CustomEvent;
  expect(event.target).toBe(element);
  expect(event.detail).toEqual({
    slot: "hero",
    variant: "a",
    state: "personalized",
    reason: { rule: "eligible" },
  });
});

test("setting the state it has writes nothing", () => {
  const element = build("<section></section>");
  setState(element, "holdout");
  const write = vi.spyOn(element, "setAttribute");
  setState(element, "holdout");
  expect(write).not.toHaveBeenCalled();
  expect(element.dataset["heimState"]).toBe("holdout");
});

test("a declared fact is filled in as text; the default stays where nothing was declared, and comes back", () => {
  const page = build(`<p>Hello <span data-heim-text="declared.first-name">th<b>e</b>re</span>,
    <i data-heim-text="declared.shoe-size">your size</i> <i data-heim-text="declared.constructor">c</i>
    <i data-heim-text="">n</i> <i data-heim-text="declared.list">l</i></p>`);
  const parts = [...page.querySelectorAll("[data-heim-text]")];
  const texts = (): string[] => parts.map(({ textContent }) => textContent);
  const before = texts();
  const undo = parts.map((part) =>
    fillText(part, { "first-name": "<img src=x>", "shoe-size": 42, list: ["a"] }),
  );
  expect(texts()).toEqual(["<img src=x>", "42", "c", "n", "l"]);
  expect(undo.map((put) => !!put)).toEqual([true, true, false, false, false]);
  expect(page.querySelector("img")).toBeNull();
  for (const put of [...undo, ...undo]) put?.();
  expect(texts()).toEqual(before);
  expect(page.querySelector("b")).not.toBeNull();
});

test("seen is told once, at half, and not after the stop", () => {
  let report: (entries: { intersectionRatio: number }[]) => void = () => undefined;
  const disconnect = vi.fn();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      observe = vi.fn();
      disconnect = disconnect;
      constructor(callback: typeof report) {
        report = callback;
      }
    },
  );
  const onSeen = vi.fn();
  const stop = watchSeen(build("<section></section>"), onSeen);
  report([{ intersectionRatio: 0.49 }]);
  expect(onSeen).not.toHaveBeenCalled();
  report([{ intersectionRatio: 0.5 }]);
  expect(onSeen).toHaveBeenCalledTimes(1);
  expect(disconnect).toHaveBeenCalledTimes(1);
  stop();
});
