import { languageOf } from "../language.js";
import { look } from "../look.js";
import { openDialog } from "../open-dialog.js";
import type { AnswerPorts } from "./ports.js";
import { allStyle } from "./style.js";
import { whyTexts } from "./texts.js";

/** Leads from a slot to the page's `<heim-preferences>`, else opens one in a dialog. */
export function openAll(slot: HTMLElement, { log }: Pick<AnswerPorts, "log">): void {
  const { ownerDocument } = slot;
  const there = ownerDocument.querySelector<HTMLElement>("heim-preferences");
  if (there) {
    there.tabIndex = -1;
    return there.focus();
  }
  const lang = languageOf(slot);
  const { all, close } = whyTexts[lang];
  const { fill } = openDialog(slot, { css: look + allStyle, lang, closeName: close, log });
  fill(all, ownerDocument.createElement("heim-preferences"));
}
