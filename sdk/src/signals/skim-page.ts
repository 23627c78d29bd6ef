import type { ReadOptions } from "./page-facts.js";
import { reading } from "./reading.js";
import type { Signal } from "./signal.js";

/**
 * As `readPage`, from attributes and JSON-LD alone: what can be told at once, without the readers that few pages need.
 * @example skimPage(document)
 */
export function skimPage(document: Document, options: ReadOptions = {}): Signal[] {
  const steps = reading(document, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.signals;
  }
}
