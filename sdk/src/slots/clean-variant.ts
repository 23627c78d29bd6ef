import { isCode } from "./is-code.js";

/**
 * Takes out of a variant's content whatever would run as code: scripts, handlers, `javascript:` addresses, documents
 * given as text. Variants come from CMSs, where more people write than may write code. The content must still be
 * in a template's inert document, where nothing has run or loaded yet.
 * @returns what was taken out
 * @example cleanVariant(template.content.cloneNode(true)) // ["onclick", "<script>"]
 */
export function cleanVariant(content: DocumentFragment): string[] {
  const removed: string[] = [];
  for (const element of content.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (!isCode(name, value)) continue;
      element.removeAttribute(name);
      removed.push(name);
    }
    if (element.localName !== "script") continue;
    element.remove();
    removed.push("<script>");
  }
  return removed;
}
