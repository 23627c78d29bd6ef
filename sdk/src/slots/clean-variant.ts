import type { Log } from "../kernel/ports.js";

/** Attributes whose value a browser follows as an address, those of SVG's animations included. */
const addresses = /(href|src|action)$|^(data|from|to|by|values)$/;

/**
 * Takes out of a variant's content whatever would run as code: scripts, handlers, `javascript:` addresses, documents
 * given as text. Variants come from CMSs, where more people write than may write code. The content must still be
 * in a template's inert document, where nothing has run or loaded yet.
 * @example cleanVariant(template.content.cloneNode(true), template, console.warn)
 */
export function cleanVariant(content: DocumentFragment, template: Element, warn?: Log): void {
  const refuse = (what: string): void => warn?.(`${what} removed: a variant runs no code`, template);
  for (const element of content.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (!isCode(name, element.getAttribute(name) ?? "")) continue;
      element.removeAttribute(name);
      refuse(name);
    }
    if (element.localName !== "script") continue;
    element.remove();
    refuse("<script>");
  }
}

function isCode(name: string, value: string): boolean {
  // Browsers skip control characters and blanks in and before the scheme; an animation's values are separated by ";".
  return (
    /^(on|srcdoc$)/i.test(name) ||
    (addresses.test(name) && /(^|;)javascript:/i.test(value.replace(/[\0- ]/g, "")))
  );
}
