import type { Stop } from "../kernel/index.js";
import { isIgnored, schema } from "../slots/index.js";
import { listen } from "./environment.js";

/**
 * Calls `reached` with the name of every goal that is marked in the page and reached: a click on it or, for a form, its
 * being sent. A slot's own `data-heim-goal` says what it is measured on; a click into it reaches nothing.
 */
export function startGoals(document: Document, reached: (name: string) => void): Stop {
  const goals = `[${schema.goal}]:not([${schema.slot}],[class*=heim-slot--])`;
  const listener = ({ target, type }: Event): void => {
    const marked = target instanceof Element ? target.closest(goals) : null;
    if (!marked || isIgnored(marked)) return;
    const name = marked.getAttribute(schema.goal);
    if (name && (type === "submit") === (marked.localName === "form")) reached(name);
  };
  const stops = ["click", "submit"].map((name) => listen(document, name, listener));
  return () => stops.forEach((stop) => stop());
}
