import { buttonOf } from "../parts.js";
import { answersOf, textWithNotice, type Pens } from "./pens.js";

/** The first layer: what is asked, a yes and a no of equal rank, and the way to the details. */
export function drawBanner(pens: Pens, controller: string | null, choose: () => void): HTMLElement {
  const { make, t } = pens;
  return make(
    "section",
    { part: "banner", "aria-labelledby": "title" },
    make(
      "div",
      {},
      make("h2", { id: "title", part: "heading" }, t.title),
      textWithNotice(pens, t.text(controller?.trim() || t.shop)),
    ),
    make(
      "div",
      { part: "buttons" },
      ...answersOf(pens, t.accept, t.reject),
      buttonOf(make, "choose", choose, t.choose),
    ),
  );
}
