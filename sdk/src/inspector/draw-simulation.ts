import { buttonOf, type Pens } from "./draw.js";
import type { InspectorView } from "./view.js";

/** Asks for any fact by its path. Drawn once, so that what is being typed stays. */
export function drawForm({ make, t, assume }: Pens, paths: readonly string[]): HTMLFormElement {
  const path = make("input", { list: "paths", required: "", autocomplete: "off", "data-key": "path" });
  const value = make("input", { autocomplete: "off", "data-key": "value" });
  const form = make(
    "form",
    {},
    make("label", {}, t.fact, path),
    make("label", {}, t.value, value),
    make("button", { "data-key": "assume" }, t.assume),
    make("datalist", { id: "paths" }, ...paths.map((one) => make("option", { value: one }))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    assume(path.value.trim(), value.value.trim());
    form.reset();
  });
  return form;
}

/** Offers to decide the page for someone else: a persona, or a visitor of chosen facts. */
export function drawSimulation(
  pens: Pens,
  { personas, simulation }: InspectorView,
  form: HTMLElement,
): HTMLElement[] {
  const { make, t, become, assume, drawAnew } = pens;
  const buttons = personas.map(({ name, isNow, isPossible }) => {
    const button = buttonOf(pens, t.be(name), () => become(name), `be:${name}`);
    button.disabled = !isPossible;
    button.ariaPressed = String(isNow);
    return button;
  });
  const rows = (simulation?.facts ?? []).map(([path, value]) => {
    const input = make("input", { "data-key": `fact:${path}` });
    input.value = value;
    input.addEventListener("change", () => assume(path, input.value.trim()));
    return make("label", { class: "set" }, make("span", {}, path), input);
  });
  return [
    make("p", {}, t.simulateText),
    buttons.length > 0 ? make("div", { class: "row" }, ...buttons) : make("p", {}, t.noPersonas),
    ...rows,
    form,
    ...(simulation ? [make("div", { class: "row" }, buttonOf(pens, t.drawAnew, drawAnew))] : []),
  ];
}

/** Says that the visitor is simulated, and leads to the same simulation. */
export function drawNotice(pens: Pens, link: string, close: () => void): HTMLElement {
  const { make, t } = pens;
  const copy = buttonOf(pens, t.copy, () => {
    // Where the browser does not allow it, the link beside it can still be copied.
    navigator.clipboard.writeText(link).then(
      () => copy.replaceChildren(t.copied),
      () => (copy.hidden = true),
    );
  });
  // Only a page that came over TLS, or from this machine, has a clipboard.
  copy.hidden = !isSecureContext;
  return make(
    "div",
    { class: "notice" },
    make("p", {}, t.simulated),
    make("div", { class: "row" }, copy, buttonOf(pens, t.end, close), make("a", { href: link }, t.link)),
  );
}
