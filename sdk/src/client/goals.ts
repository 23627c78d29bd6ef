import type { Stop } from "../kernel/index.js";
import { schema } from "../slots/index.js";

/** Both phases of a listener that the page can neither lose nor be slowed by. */
const options = { capture: true, passive: true };

/**
 * Calls `reached` with the name of every goal that is marked in the page and reached: a click on it or, for a form, its
 * being sent. A slot's own `data-heim-goal` says what it is measured on; a click into it reaches nothing.
 */
export function startGoals(document: Document, reached: (name: string) => void): Stop {
  const goals = `[${schema.goal}]:not([${schema.slot}],[class*=heim-slot--])`;
  const listener = ({ target, type }: Event): void => {
    const marked = target instanceof Element ? target.closest(goals) : null;
    const name = marked?.getAttribute(schema.goal);
    if (name && (type === "submit") === (marked?.localName === "form")) reached(name);
  };
  document.addEventListener("click", listener, options);
  document.addEventListener("submit", listener, options);
  return () => {
    document.removeEventListener("click", listener, options);
    document.removeEventListener("submit", listener, options);
  };
}
