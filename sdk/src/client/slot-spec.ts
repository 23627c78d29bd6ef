import { compile, topicsOf } from "../audiences/index.js";
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
    const condition = readCondition(when, () => fault(variant.template));
    if (!condition) return [];
    return [{ ...variant, when: compile(condition), topics: [...variant.topics, ...topicsOf(condition)] }];
  });
  return { ...markup, variants };
}
