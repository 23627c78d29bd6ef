import type { Stop } from "../../kernel/index.js";
import { languageOf } from "../language.js";
import { makerFor } from "../parts.js";
import { sheetOf } from "../sheet.js";
import { drawKnown } from "./draw-known.js";
import { drawConsent, drawData, drawSent } from "./draw-rest.js";
import type { Pens } from "./pens.js";
import type { PreferencesPorts } from "./ports.js";
import { preferencesStyle } from "./style.js";
import { preferencesTexts } from "./texts.js";

/**
 * Defines `<heim-preferences>`: everything the shop knows about its visitor, to be read, changed, saved and erased. It follows every
 * change, whoever made it. A second call hands over to another client.
 * @example
 * definePreferences(window, ports, look);
 * // <heim-preferences></heim-preferences>
 */
export function definePreferences(
  window: Window & typeof globalThis,
  ports: PreferencesPorts,
  look: string,
): void {
  const { customElements } = window;
  const defined = customElements.get("heim-preferences") as { ports?: PreferencesPorts } | undefined;
  if (defined) {
    defined.ports = ports;
    return;
  }
  const sheet = sheetOf(window, look + preferencesStyle, (error) =>
    ports.log("<heim-preferences> is shown without its style", error),
  );

  class Preferences extends window.HTMLElement {
    /** Those of the client that runs: an earlier one may have been stopped. */
    static ports: PreferencesPorts = ports;
    #stop: Stop | undefined;

    connectedCallback(): void {
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = sheet;
      const drawing = createDrawing(root, Preferences.ports);
      this.#stop ??= Preferences.ports.on(drawing.update);
      drawing.update();
    }

    disconnectedCallback(): void {
      this.#stop?.();
      this.#stop = undefined;
    }
  }
  customElements.define("heim-preferences", Preferences);
}

/** The content of one element. */
function createDrawing(root: ShadowRoot, ports: PreferencesPorts): { update(): void } {
  const lang = languageOf(root.host);
  const t = preferencesTexts[lang];
  const make = makerFor(root.host.ownerDocument);
  const status = make("p", { part: "status", role: "status" });
  const body = make("div", { part: "body" });
  const pens: Pens = { make, t, ports, update, say: (text) => void (status.textContent = text) };
  root.replaceChildren(
    make("div", { part: "panel", lang, dir: "ltr" }, make("p", { part: "intro" }, t.intro), status, body),
  );
  let ending: HTMLElement | undefined;
  // Of several readings under way the last one begun is shown.
  let reading = 0;

  async function show(): Promise<void> {
    const now = ++reading;
    const view = await ports.read();
    if (now !== reading) return;
    if (view.known) ending = undefined;
    const nothing = (): HTMLElement => ending ?? make("p", { part: "empty" }, t.empty);
    redraw(root, body, [
      ...(view.known ? drawKnown(pens, view.known) : [nothing()]),
      ...drawConsent(pens, view),
      ...(view.known ? [...drawSent(pens, view), ...drawData(pens, erase)] : []),
    ]);
  }
  function update(): void {
    show().catch((error: unknown) => ports.log("<heim-preferences>", error));
  }
  async function end(): Promise<void> {
    await ports.erase();
    ending = drawEnd(pens);
    await show();
    ending.focus();
  }
  function erase(): void {
    end().catch((error: unknown) => {
      pens.say(t.failed);
      ports.log("not erased", error);
    });
  }
  return { update };
}

/** What stands in the place of what was known. */
function drawEnd({ make, t }: Pens): HTMLElement {
  const [title, text] = t.erased;
  const content = [make("b", {}, title), make("p", {}, text)];
  return make("div", { part: "erased", tabindex: "-1", role: "status" }, ...content);
}

/** Draws anew, and gives the focus back to the control that had it, else to the heading of its section. */
function redraw(root: ShadowRoot, body: HTMLElement, content: readonly Node[]): void {
  const active = root.activeElement as HTMLElement | null;
  const key = active?.dataset["key"];
  const heading = active?.closest("section")?.getAttribute("aria-labelledby");
  const typed = active instanceof HTMLInputElement && active.type === "text" ? active.value : undefined;
  body.replaceChildren(...content);
  if (!active || !body.isConnected) return;
  const all = [...body.querySelectorAll<HTMLElement>("[data-key]")];
  const same = all.find((control) => control.dataset["key"] === key);
  if (typed !== undefined && same instanceof HTMLInputElement) same.value = typed;
  (same ?? (heading ? root.getElementById(heading) : undefined))?.focus({ preventScroll: true });
}
