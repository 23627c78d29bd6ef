import { buttonOf, listOf, type Pens } from "./draw.js";
import type { InspectorView, SlotView, VariantView } from "./view.js";

function drawVariant(pens: Pens, { name, why, when, facts }: VariantView): HTMLElement {
  const { make, t } = pens;
  const isShown = why === "shown";
  return make(
    "li",
    { "data-state": isShown ? "personalized" : undefined, "data-variant": name },
    make("p", {}, make("strong", {}, name), ` – ${t.why[why]}`),
    ...(when ? [make("code", {}, when)] : []),
    ...(facts.length > 0 ? [make("p", {}, `${isShown ? t.because : t.now}:`), listOf(pens, facts)] : []),
  );
}

function drawSlot(pens: Pens, slot: SlotView, unreported: InspectorView["unreported"]): HTMLElement {
  const { make, t } = pens;
  const { name, element, state, variant, variants, report } = slot;
  const find = (): void => element.scrollIntoView({ block: "center" });
  return make(
    "details",
    { class: "slot", "data-key": `slot:${name}` },
    make(
      "summary",
      { "data-key": `summary:${name}` },
      make("strong", {}, name),
      make("span", { class: "chip", "data-state": state }, t.states[state]),
      make("span", { class: "sub" }, variant ?? t.default),
    ),
    make("ul", {}, ...variants.map((one) => drawVariant(pens, one))),
    make(
      "p",
      { "data-report": "" },
      make("strong", {}, `${t.report}: `),
      unreported || !report ? t.unreported[unreported ?? "unmet"] : t.reported(report),
    ),
    make("div", { class: "row" }, buttonOf(pens, t.find, find, `find:${name}`)),
  );
}

/** Every slot: its state, what it shows, and of each variant why or why not. */
export function drawSlots(pens: Pens, { slots, unreported }: InspectorView): HTMLElement[] {
  if (slots.length === 0) return [pens.make("p", {}, pens.t.noSlots)];
  return slots.map((slot) => drawSlot(pens, slot, unreported));
}
