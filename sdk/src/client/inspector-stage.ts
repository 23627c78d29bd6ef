import { language } from "../audiences/index.js";
import { explainFaults, warnOnce } from "../slots/index.js";
import type { Core } from "./core.js";
import { readCondition } from "./settings.js";

/** Tells the merchant, in the console, what is wrong with each element that could not be read, where, and what was meant. */
export function explainAll({ faults, log }: Core): void {
  const warn = warnOnce(log);
  for (const element of faults) {
    explainFaults(element, warn);
    const when = element.getAttribute("data-heim-when");
    if (when !== null)
      readCondition(when, language, (error) =>
        warn(`data-heim-when="${when}": ${(error as Error).message}`, element),
      );
  }
  faults.clear();
}
