/**
 * Attributes that are code: handlers, documents given as text, and `javascript:` in whatever a browser follows as an
 * address, the values of SVG's animations (separated by ";") included.
 */
const code = /^(on|srcdoc=|([^=]*(href|src|action)|data|from|to|by|values)=(.*;)?javascript:)/i;

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
      // Browsers skip control characters and blanks in and before the scheme.
      if (!code.test(`${name}=${value.replace(/[\0- ]/g, "")}`)) continue;
      element.removeAttribute(name);
      removed.push(name);
    }
    if (element.localName !== "script") continue;
    element.remove();
    removed.push("<script>");
  }
  return removed;
}
