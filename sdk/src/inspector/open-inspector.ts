import { makerFor } from "../panel/parts.js";
import { listOf, type Pens } from "./draw.js";
import { drawForm, drawNotice, drawSimulation } from "./draw-simulation.js";
import { drawSlots } from "./draw-slots.js";
import { drawWarnings } from "./draw-warnings.js";
import { drawFrame, type Frame } from "./frame.js";
import { createOutlines } from "./outline.js";
import { style } from "./style.js";
import { texts } from "./texts.js";
import type { InspectorPorts, InspectorView } from "./view.js";

/** The inspector, once it is open. */
export interface Inspector {
  /** Shows what has changed. */
  update(): void;
}

/**
 * Opens the marketer's overlay on this page. Escape, its own button or a `close` event at its element closes it, and
 * nothing of it stays.
 * @param ports what it shows, and who acts on it
 * @example
 * const { update } = openInspector(window, ports);
 */
export function openInspector(window: Window & typeof globalThis, ports: InspectorPorts): Inspector {
  const { document } = window;
  const before = document.activeElement as HTMLElement | null;
  const language = /^de\b/i.test(document.documentElement.lang) ? "de" : "en";
  const make = makerFor(document);
  const pens: Pens = { ...ports, make, t: texts[language] };
  const host = document.createElement("heim-inspector");
  const close = (): void => {
    outlines.stop();
    window.removeEventListener("keydown", onKey);
    host.remove();
    before?.focus({ preventScroll: true });
    ports.closed();
  };
  const onKey = ({ key, defaultPrevented }: KeyboardEvent): void => {
    if (key === "Escape" && !defaultPrevented) close();
  };
  const frame = drawFrame(pens, close);
  const outlines = createOutlines(window, { make, t: pens.t, choose: frame.reveal });
  const root = host.attachShadow({ mode: "open" });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  root.append(make("div", { lang: language }, outlines.element, frame.panel));
  host.addEventListener("close", close);
  window.addEventListener("keydown", onKey);
  document.body.append(host);
  frame.panel.focus({ preventScroll: true });

  const form = drawForm(pens, ports.view().paths);
  const update = (): void => {
    const view = ports.view();
    drawView(pens, frame, view, { form, close });
    outlines.draw(view.slots);
  };
  update();
  void ports.warnings().then((found) => {
    const { draw, count, details } = frame.warnings;
    draw(drawWarnings(pens, found));
    count(found.length);
    details.open = found.some(({ severity }) => severity === "error");
  });
  return { update };
}

function drawView(
  pens: Pens,
  { notice, slots, simulation, facts }: Frame,
  view: InspectorView,
  { form, close }: { form: HTMLElement; close: () => void },
): void {
  const { make, t } = pens;
  notice.replaceChildren(...(view.simulation ? [drawNotice(pens, view.simulation.link, close)] : []));
  slots.draw(...drawSlots(pens, view));
  slots.count(view.slots.length);
  simulation.draw(...drawSimulation(pens, view, form));
  facts.draw(view.facts.length > 0 ? listOf(pens, view.facts, "all") : make("p", {}, t.noFacts));
}
