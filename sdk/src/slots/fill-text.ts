import type { Stop } from "../kernel/ports.js";

/**
 * Fills `data-heim-text="declared.first-name"` with what the visitor declared, as text and nothing else.
 * @param declared what the visitor told, by name
 * @returns puts the default back; `undefined` where nothing of the kind has been declared and the default stays
 * @example const undo = fillText(element, { "first-name": "Ada" });
 */
export function fillText(element: Element, declared: Readonly<Record<string, unknown>>): Stop | undefined {
  const name = element.getAttribute("data-heim-text")?.replace(/^declared\./, "") ?? "";
  const value = declared[name];
  // What every object inherits is neither.
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const before = [...element.childNodes];
  element.textContent = String(value);
  return () => element.replaceChildren(...before);
}
