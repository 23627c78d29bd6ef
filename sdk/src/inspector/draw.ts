import type { Maker } from "../panel/parts.js";
import type { Texts } from "./texts.js";
import type { FactView, InspectorPorts } from "./view.js";

/** What the inspector is drawn with. */
export interface Pens extends InspectorPorts {
  make: Maker;
  t: Texts;
}

/** A button; its key finds it again after it has been drawn anew. */
export function buttonOf(
  { make }: Pens,
  text: string,
  act: () => void,
  key: string = text,
): HTMLButtonElement {
  const button = make("button", { type: "button", "data-key": key }, text);
  button.addEventListener("click", act);
  return button;
}

/** Facts and their values; what is absent says so. */
export const listOf = ({ make, t }: Pens, facts: readonly FactView[], name?: string): HTMLElement =>
  make(
    "dl",
    { class: name },
    ...facts.flatMap(([path, value]) => [make("dt", {}, path), make("dd", {}, value || t.absent)]),
  );
