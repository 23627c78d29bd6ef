import type { Log } from "../kernel/index.js";
import type { Language } from "./language.js";
import { buttonOf, makerFor, type Maker } from "./parts.js";
import { sheetOf } from "./sheet.js";

/** A dialog that has been opened at the end of the page. */
export interface Dialog {
  make: Maker;
  /** Shows other content under a heading. */
  fill(title: string, ...content: Node[]): void;
  /** Closes it; `then` is called when the page has the focus again. */
  close(then?: () => void): void;
  /** Puts it where a rule says; returns its size as it was. */
  place(rule?: string): { width: number; height: number };
}

/**
 * Opens a modal dialog for a slot: Escape, its cross and a click beside it close it. The focus goes back to what had it, or, when
 * that is gone, to the slot's own "i" or the slot.
 */
export function openDialog(
  slot: HTMLElement,
  { css, lang, closeName, log }: { css: string; lang: Language; closeName: string; log: Log },
): Dialog {
  const { ownerDocument: document } = slot;
  const window = document.defaultView as Window & typeof globalThis;
  const make = makerFor(document);
  const host = document.createElement("heim-panel");
  const root = host.attachShadow({ mode: "open" });
  const failed = (error: unknown): void => log("the panel is shown without its style", error);
  const [placing] = sheetOf(window, "", () => undefined);
  root.adoptedStyleSheets = [...sheetOf(window, css, failed), ...(placing ? [placing] : [])];
  const dialog = make("dialog", { part: "dialog", "aria-labelledby": "title" });
  root.append(make("div", { part: "panel", lang, dir: "ltr" }, dialog));
  document.body.append(host);
  let after: () => void = () => undefined;
  const close = (then = after): void => {
    after = then;
    dialog.close();
  };
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) close();
  });
  dialog.addEventListener("close", () => {
    host.remove();
    if (document.activeElement === document.body) focusAt(slot);
    after();
  });
  return {
    make,
    close,
    fill(title, ...content) {
      const cross = buttonOf(make, "close", () => close(), "×");
      cross.ariaLabel = closeName;
      const heading = make("h2", { id: "title", part: "heading" }, title);
      dialog.replaceChildren(make("div", { part: "sheet" }, cross, heading, ...content));
      if (!dialog.open) dialog.showModal();
    },
    place(rule = "") {
      placing?.replaceSync(rule);
      return dialog.getBoundingClientRect();
    },
  };
}

/** Gives the focus to a slot's "i", else to the slot itself, for as long as it has it. */
function focusAt(slot: HTMLElement): void {
  const why = slot.querySelector<HTMLElement>("heim-why");
  const bare = !why && !slot.hasAttribute("tabindex");
  if (bare) {
    slot.tabIndex = -1;
    slot.addEventListener("blur", () => slot.removeAttribute("tabindex"), { once: true });
  }
  (why ?? slot).focus({ preventScroll: true });
}
