import type { Log } from "../kernel/ports.js";
import { cleanVariant } from "./clean-variant.js";
import { isIgnored } from "./find-parts.js";
import { nearest } from "./nearest.js";
import { readSlot } from "./read-slot.js";
import { readTexts } from "./read-texts.js";
import { repairs } from "./repairs.js";
import { schema } from "./schema.js";
import { slotSelector } from "./selectors.js";
import { warnOf } from "./warn.js";

/**
 * Says in words what `readSlot` or `show` found wrong: every fault of this one element, with its position and what was
 * probably meant. It reads the element again, so that the decision stage need not carry the words.
 * @param element what `fault` was called with: a slot or one of its templates
 * @param warn hears of every fault; its first detail is the element
 * @example explainFaults(element, warnOnce(console.warn)) // <template> "data-heim-wehn", position 11: did you mean "data-heim-when"?
 */
export function explainFaults(element: Element, warn: Log): void {
  if (isIgnored(element)) return;
  const { variant, wrong } = readTexts(element, (attribute, text) => {
    const right = repairs[attribute];
    if (right) warnOf(warn, element, `${attribute}=`, [text, right(text)]);
    else warnOf(warn, element, "", [attribute, nearest(attribute, Object.values(schema))]);
  });
  if (wrong) return;
  const slot = element.closest<HTMLElement>(slotSelector);
  const markup = slot && readSlot(slot, () => undefined);
  for (const { name, template } of markup?.variants ?? []) {
    if (template === element) explainCode(template, warn);
    else if (name === variant) warn(`variant "${name}" is there twice`, element);
  }
}

function explainCode(template: HTMLTemplateElement, warn: Log): void {
  const content = template.content.cloneNode(true) as DocumentFragment;
  for (const what of cleanVariant(content)) warn(`${what} removed: a variant runs no code`, template);
}
