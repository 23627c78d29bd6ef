import type { Log } from "../kernel/ports.js";
import { nearest } from "./nearest.js";
import { schema } from "./schema.js";
import { warnOf } from "./warn.js";

/** What our names begin with, and what it becomes when two of its letters change places or one is left out. */
const likePrefix = /^data-(he?i|hie|ehi)m-/;

/**
 * Looks for misspelt `data-heim-*` names on an element and warns of each.
 * @returns whether all names are sound
 * @example checkNames(element, console.warn) // <template> "data-heim-wehn", position 11: did you mean "data-heim-when"?
 */
export function checkNames(element: Element, warn: Log): boolean {
  const names: string[] = Object.values(schema);
  const wrong = element.getAttributeNames().filter((name) => likePrefix.test(name) && !names.includes(name));
  for (const name of wrong) warnOf(warn, element, "", [name, nearest(name, names)]);
  return wrong.length === 0;
}
