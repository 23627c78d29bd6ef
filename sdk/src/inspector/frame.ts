import { buttonOf, type Pens } from "./draw.js";

/** A part of the panel that folds. */
export interface Section {
  details: HTMLDetailsElement;
  /** Puts new content in place of old; what was unfolded stays so, and the focus stays on what has its key. */
  draw(...nodes: readonly HTMLElement[]): void;
  /** Says in the heading how many there are. */
  count(many: number): void;
}

/** The panel, still empty. */
export interface Frame {
  panel: HTMLElement;
  /** For what has to be known before all else. */
  notice: HTMLElement;
  slots: Section;
  simulation: Section;
  facts: Section;
  warnings: Section;
  /** Unfolds the panel, and a slot in it. */
  reveal(slot: string): void;
}

const keyOf = (element: Element | null): string => element?.getAttribute("data-key") ?? "";

function redraw(content: HTMLElement, nodes: readonly HTMLElement[]): void {
  const { activeElement } = content.getRootNode() as ShadowRoot;
  const held = content.contains(activeElement) ? keyOf(activeElement) : "";
  const unfolded = [...content.querySelectorAll("details[open]")].map(keyOf);
  content.replaceChildren(...nodes);
  for (const element of content.querySelectorAll<HTMLElement>("[data-key]")) {
    const key = keyOf(element);
    if (unfolded.includes(key)) element.setAttribute("open", "");
    if (held && key === held) element.focus();
  }
}

function sectionOf({ make }: Pens, title: string, open?: ""): Section {
  const heading = make("h3", {}, title);
  const content = make("div", {});
  return {
    details: make("details", { open }, make("summary", {}, heading), content),
    draw: (...nodes) => redraw(content, nodes),
    count: (many) => heading.replaceChildren(`${title} (${many})`),
  };
}

/** Draws the panel: its head, which folds and closes it, and its sections. */
export function drawFrame(pens: Pens, close: () => void): Frame {
  const { make, t } = pens;
  const slots = sectionOf(pens, t.slots, "");
  const simulation = sectionOf(pens, t.simulate, "");
  const facts = sectionOf(pens, t.facts);
  const warnings = sectionOf(pens, t.warnings);
  const notice = make("div", { role: "status" });
  const sections = [slots, simulation, facts, warnings].map(({ details }) => details);
  const body = make("div", { class: "body", id: "body" }, notice, ...sections);
  const fold = buttonOf(pens, "–", () => unfold(body.hidden === true));
  const unfold = (open: boolean): void => {
    body.hidden = !open;
    fold.ariaExpanded = String(open);
  };
  fold.setAttribute("aria-controls", "body");
  unfold(true);
  const shut = buttonOf(pens, "×", close);
  fold.ariaLabel = t.fold;
  shut.ariaLabel = t.close;
  const head = make("header", {}, make("h2", { id: "title" }, t.title), fold, shut);
  const panel = make("section", { class: "panel", "aria-labelledby": "title", tabindex: "-1" }, head, body);
  return {
    ...{ panel, notice, slots, simulation, facts, warnings },
    reveal(slot) {
      unfold(true);
      slots.details.open = true;
      const details = body.querySelector(`[data-key="slot:${slot}"]`);
      details?.setAttribute("open", "");
      details?.scrollIntoView({ block: "nearest" });
    },
  };
}
