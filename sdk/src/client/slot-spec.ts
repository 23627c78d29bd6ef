import { topicsOf, type Language } from "../audiences/index.js";
import type { SlotSpec, VariantSpec } from "../decisions/index.js";
import type { SlotMarkup } from "../slots/index.js";
import { readCondition } from "./settings.js";

/** What reading a slot's conditions takes. */
export interface ReadingPorts {
  /** Hears of an element whose attributes cannot be read. */
  fault: (element: Element) => void;
  /** What conditions can be read now. */
  readonly language: Language;
}

/**
 * A slot's markup in the terms of decisions. A variant whose condition is at fault is left out, so the default stands,
 * and `fault` is told of its template.
 * @returns `undefined` when there is a condition that cannot be read yet
 */
export function specOf(markup: SlotMarkup, { fault, language }: ReadingPorts): SlotSpec | undefined {
  const { choose, weights } = markup;
  const isRare = choose === "best" || markup.variants.some(({ when }) => when && /^\{|~/.test(when));
  if (isRare && !language.isWhole) return undefined;
  const variants = markup.variants.flatMap(({ when, ...markedUp }): VariantSpec[] => {
    const variant = { ...markedUp, weight: weights?.[markedUp.name] ?? markedUp.weight };
    if (when === undefined) return [variant];
    const read = readCondition(when, language, () => fault(variant.template));
    if (!read) return [];
    return [{ ...variant, when: read.test, topics: [...variant.topics, ...topicsOf(read.condition)] }];
  });
  return { ...markup, variants };
}
