import type { Maker } from "../panel/parts.js";
import type { Stop } from "../kernel/index.js";
import type { Texts } from "./texts.js";
import type { SlotView } from "./view.js";

/** Outlines around the slots, over the page: nothing of it moves. */
export interface Outlines {
  element: HTMLElement;
  draw(slots: readonly SlotView[]): void;
  stop: Stop;
}

/**
 * Makes what draws outlines.
 * @param choose called with the slot whose label was clicked
 */
export function createOutlines(
  window: Window,
  { make, t, choose }: { make: Maker; t: Texts; choose: (slot: string) => void },
): Outlines {
  // The panel says the same, and that is for the keyboard and the screen reader.
  const element = make("div", { class: "boxes", "aria-hidden": "true" });
  let boxes: (readonly [slot: Element, box: HTMLElement])[] = [];
  let frame = 0;
  // A slot can move for many reasons, and only some of them are told of.
  const follow = (): void => {
    for (const [slot, { style }] of boxes) {
      const { left, top, width, height } = slot.getBoundingClientRect();
      style.translate = `${left}px ${top}px`;
      style.width = `${width}px`;
      style.height = `${height}px`;
    }
    frame = window.requestAnimationFrame(follow);
  };
  follow();
  return {
    element,
    draw(slots) {
      boxes = slots.map(({ name, element: slot, state, variant }) => {
        const label = make("span", {}, `${name}: ${variant ?? t.states[state]}`);
        label.addEventListener("click", () => choose(name));
        return [slot, make("div", { class: "box", "data-state": state }, label)] as const;
      });
      element.replaceChildren(...boxes.map(([, box]) => box));
    },
    stop: () => window.cancelAnimationFrame(frame),
  };
}
