import type { Log } from "../../kernel/index.js";
import { languageOf } from "../language.js";
import { makerFor } from "../parts.js";
import { sheetOf } from "../sheet.js";
import { boxStyle, buttonStyle } from "./button-style.js";
import { question } from "./button-texts.js";

/** What the "i" asks of the client. */
export interface WhyPorts {
  /** Opens the answer for a slot; `opener` has the focus. */
  open(slot: HTMLElement, opener: HTMLElement): void;
  /** Hears of an "i" that has been taken out. */
  gone(): void;
  log: Log;
}

/** So often a slot gets its "i" back from a page that takes it out. */
const patience = 3;

/**
 * Defines `<heim-why>`, a button "i".
 * @returns what puts one into a slot, out of its flow, so that nothing moves; does nothing where there is one. `place` is
 * `top-right`, `top-left`, `bottom-right` or `bottom-left`; by default the end of the first line
 * @example
 * const put = createWhy(window, { open, gone, log });
 * put(slot, "bottom-right");
 */
export function createWhy(
  window: Window & typeof globalThis,
  ports: WhyPorts,
): (slot: HTMLElement, place: string) => void {
  defineWhy(window, ports.log);
  const box = sheetOf(window, boxStyle, (error) => ports.log("a slot is no box for its <heim-why>", error));
  const given = new WeakMap<Element, { why: HTMLElement; times: number }>();
  return (slot, place) => {
    const { why: old, times } = given.get(slot) ?? { times: 0 };
    if (old?.isConnected || times > patience) return;
    const why = slot.ownerDocument.createElement("heim-why") as WhyElement;
    why.open = () => ports.open(slot, why);
    why.gone = ports.gone;
    given.set(slot, { why, times: times + 1 });
    insert(why, slot, { place, box });
  };
}

/** The element, and what it tells of itself to the client that has put it there. */
interface WhyElement extends HTMLElement {
  open?: () => void;
  gone?: () => void;
}

function defineWhy(window: Window & typeof globalThis, log: Log): void {
  const { customElements } = window;
  if (customElements.get("heim-why")) return;
  const sheet = sheetOf(window, buttonStyle, (error) => log("<heim-why> is shown without its style", error));

  class Why extends window.HTMLElement implements WhyElement {
    open?: () => void;
    gone?: () => void;

    connectedCallback(): void {
      if (!this.shadowRoot) draw(this, sheet);
    }

    disconnectedCallback(): void {
      this.gone?.();
    }
  }
  customElements.define("heim-why", Why);
}

function draw(why: WhyElement, sheet: CSSStyleSheet[]): void {
  const root = why.attachShadow({ mode: "open", delegatesFocus: true });
  const lang = languageOf(why);
  const make = makerFor(why.ownerDocument);
  const name = question[lang];
  const names = { lang, title: name, "aria-label": name, "aria-haspopup": "dialog" };
  const button = make("button", { type: "button", part: "button", ...names });
  button.addEventListener("click", (event) => {
    // The slot may be in a link.
    event.preventDefault();
    event.stopPropagation();
    why.open?.();
  });
  root.adoptedStyleSheets = sheet;
  root.replaceChildren(button);
}

/** Puts the "i" into the slot, where its kind of element may have one: into the first item of a list, behind a link. */
function insert(why: HTMLElement, slot: HTMLElement, by: { place: string; box: CSSStyleSheet[] }): void {
  const control = slot.closest("a,button,summary,label");
  const inner = slot.matches("ul,ol,menu") ? "li" : slot.matches("table,thead,tbody,tr") ? "td,th" : "";
  const host = (inner && slot.querySelector<HTMLElement>(inner)) || slot;
  why.setAttribute(
    "place",
    control ? "after" : `${by.place} ${host.offsetHeight < 40 ? "small" : ""}`.trim(),
  );
  if (control) return control.after(why);
  anchor(host, by.box);
  // Styles for the last child, which often is a template, go on to mean that one.
  const { lastElementChild: last } = host;
  if (last?.localName === "template") last.before(why);
  else host.append(why);
}

/** Makes an element the box in whose corner the "i" stands. */
function anchor(host: HTMLElement, sheets: CSSStyleSheet[]): void {
  if (host.ownerDocument.defaultView?.getComputedStyle(host).position !== "static") return;
  const root = host.getRootNode() as Document | ShadowRoot;
  const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
  host.classList.add("heim-why-box");
}
