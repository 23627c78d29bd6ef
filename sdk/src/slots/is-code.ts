/**
 * Attributes that are code: handlers, documents given as text, and `javascript:` in whatever a browser follows as an
 * address, the values of SVG's animations (separated by ";") included.
 */
const code = /^(on|srcdoc=|([^=]*(href|src|action)|data|from|to|by|values)=(.*;)?javascript:)/i;

/** Whether an attribute would run as code. Browsers skip control characters and blanks in and before an address's scheme. */
export const isCode = (name: string, value: string): boolean =>
  code.test(`${name}=${value.replace(/[\0- ]/g, "")}`);
