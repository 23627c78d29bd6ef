import type { Stop } from "../kernel/index.js";
import { schema } from "../slots/index.js";

/** What the page's clicks and forms mean: a goal by name, or a click inside a slot. */
export interface GoalPorts {
  goal: (name: string) => void;
  clicked: (slot: Element) => void;
}

/** Listens for goals marked in the page and for clicks inside slots; passive, in the capture phase, so that the page cannot lose them. */
export function startGoals(document: Document, { goal, clicked }: GoalPorts): Stop {
  const slots = `[${schema.slot}],[class*="heim-slot--"]`;
  const goals = `[${schema.goal}]:not(${slots})`;
  const reach = (event: Event): void => {
    if (!(event.target instanceof Element)) return;
    const marked = event.target.closest(goals);
    const name = marked?.getAttribute(schema.goal);
    // A form's goal is its submission, not a click into one of its fields.
    if (name && (event.type === "submit") === (marked?.localName === "form")) goal(name);
    const slot = event.type === "click" && event.target.closest(slots);
    if (slot) clicked(slot);
  };
  const options = { capture: true, passive: true };
  document.addEventListener("click", reach, options);
  document.addEventListener("submit", reach, options);
  return () => {
    document.removeEventListener("click", reach, options);
    document.removeEventListener("submit", reach, options);
  };
}
