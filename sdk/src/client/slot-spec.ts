import { topicsOf } from "../audiences/index.js";
import type { SlotSpec, VariantSpec } from "../decisions/index.js";
import type { SlotMarkup } from "../slots/index.js";
import { readCondition } from "./settings.js";

/**
 * A slot's markup in the terms of decisions. A variant whose condition cannot be read is left out, so the default stands,
 * and `fault` is told of its template.
 */
export function specOf(markup: SlotMarkup, fault: (element: Element) => void): SlotSpec {
  const variants = markup.variants.flatMap(({ when, ...variant }): VariantSpec[] => {
    if (when === undefined) return [variant];
    const read = readCondition(when, () => fault(variant.template));
    if (!read) return [];
    return [{ ...variant, when: read.test, topics: [...variant.topics, ...topicsOf(read.condition)] }];
  });
  return { ...markup, variants };
}
