import type { Stop } from "../kernel/ports.js";
import { isIgnored } from "./find-slots.js";

/**
 * Fills `data-heim-text="declared.first-name"` with what the visitor declared, as text and nothing else. Where nothing
 * has been declared the default stays.
 * @param declared what the visitor told, by name
 * @returns puts the defaults back
 * @example const undo = fillText(document, { "first-name": "Ada" });
 */
export function fillText(root: ParentNode, declared: Readonly<Record<string, unknown>>): Stop {
  const undo: Stop[] = [];
  for (const element of root.querySelectorAll("[data-heim-text^='declared.']")) {
    const value = declared[element.getAttribute("data-heim-text")?.slice(9) ?? ""];
    // What every object inherits is neither.
    if ((typeof value !== "string" && typeof value !== "number") || isIgnored(element)) continue;
    const before = [...element.childNodes];
    element.textContent = String(value);
    undo.push(() => element.replaceChildren(...before));
  }
  return () => undo.forEach((put) => put());
}
