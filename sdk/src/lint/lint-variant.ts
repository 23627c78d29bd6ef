import { isCode } from "../slots/is-code.js";
import type { AttributeFault } from "./lint-attributes.js";
import { attributeOf, descendants, type Markup } from "./markup.js";

/** What is wrong inside a variant, by element. */
export function* lintContent(template: Markup): Generator<AttributeFault & { element: Markup }> {
  for (const element of descendants(template)) {
    if (element === template) continue;
    if (element.tag === "script")
      yield {
        element,
        rule: "code-in-variant",
        message: "this <script> is taken out: a variant runs no code",
        remedy: "move it into the page's own script",
      };
    for (const { name, value } of element.attributes) {
      if (!isCode(name, value)) continue;
      yield {
        ...{ element, attribute: name, rule: "code-in-variant" },
        message: `${name} is taken out: a variant runs no code`,
        remedy: "listen for events in the page's own script",
      };
    }
    const isSized =
      attributeOf(element, "width") !== undefined && attributeOf(element, "height") !== undefined;
    if (element.tag === "img" && !isSized)
      yield {
        ...{ element, rule: "image-size" },
        message: "the page jumps when this image arrives",
        remedy: "give it width and height",
      };
  }
}
