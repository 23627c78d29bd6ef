import type { Purpose } from "../../kernel/index.js";
import { buttonOf } from "../parts.js";
import { answersOf, textWithNotice, type Pens } from "./pens.js";
import { purposes, type ConsentState } from "./ports.js";

/** The preference dialog, still closed. Escape and the close button leave it without a choice. */
export function drawDialog(pens: Pens): { dialog: HTMLDialogElement; open: () => void } {
  const { make, t, get, decide } = pens;
  const box = (purpose: Purpose): HTMLInputElement =>
    make("input", { type: "checkbox", part: "checkbox", "aria-describedby": purpose });
  const boxes = { personalization: box("personalization"), statistics: box("statistics") };
  const options = purposes.map((purpose) => {
    const [name, sentence] = t[purpose];
    const label = make("label", { part: "label" }, boxes[purpose], name);
    return make("div", { part: "option" }, label, make("p", { id: purpose, part: "text" }, sentence));
  });
  const stateOf = (purpose: Purpose): ConsentState => (boxes[purpose].checked ? "granted" : "denied");
  const save = (): void =>
    decide({ personalization: stateOf("personalization"), statistics: stateOf("statistics") });
  const close = buttonOf(make, "close", () => dialog.close(), "×");
  close.ariaLabel = t.close;
  const dialog = make(
    "dialog",
    { part: "dialog", "aria-labelledby": "choice" },
    close,
    make("h2", { id: "choice", part: "heading" }, t.dialogTitle),
    textWithNotice(pens, t.dialogText),
    ...options,
    make(
      "div",
      { part: "buttons" },
      buttonOf(make, "save", save, t.save),
      ...answersOf(pens, t.acceptAll, t.rejectAll),
    ),
  );
  const open = (): void => {
    if (dialog.open || !dialog.isConnected) return;
    for (const purpose of purposes) boxes[purpose].checked = get()[purpose] === "granted";
    dialog.showModal();
    boxes.personalization.focus();
  };
  return { dialog, open };
}
