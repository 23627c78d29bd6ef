import { buttonOf, type Pens } from "./draw.js";
import type { WarningView } from "./view.js";

/** What the linter found, each with its place and what to do. */
export function drawWarnings(pens: Pens, warnings: readonly WarningView[]): HTMLElement {
  const { make, t } = pens;
  if (warnings.length === 0) return make("p", {}, t.noWarnings);
  const items = warnings.map(({ severity, message, remedy, where, element }, at) =>
    make(
      "li",
      { "data-state": severity },
      make("p", {}, make("strong", {}, message)),
      make("p", {}, `→ ${remedy}`),
      make("code", {}, where),
      ...(element
        ? [buttonOf(pens, t.find, () => element.scrollIntoView({ block: "center" }), `warning:${at}`)]
        : []),
    ),
  );
  return make("ul", { lang: "en" }, ...items);
}
