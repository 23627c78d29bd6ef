import type { ReadOptions } from "./page-facts.js";
import { reading, type Read } from "./reading.js";

/**
 * As `readPage`, from attributes and JSON-LD alone: what can be told at once, without the readers that few pages need. Tells
 * the page's type, too.
 * @example skimPage(document).type // "product"
 */
export function skimPage(document: Document, options: ReadOptions = {}): Pick<Read, "signals" | "type"> {
  const steps = reading(document, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
