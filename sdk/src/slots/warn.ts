import type { Log } from "../kernel/ports.js";

/**
 * Tells the merchant of a fault in the markup: what and where in words, and the element itself to click on in the console.
 * @param attribute the attribute's name with `=`, or nothing when the name itself is at fault
 * @param meant the text that would be right; the fault's position is where `text` departs from it
 */
export function warnOf(
  warn: Log,
  element: Element,
  attribute: string,
  [text, meant]: [string, string],
): void {
  let at = 0;
  while (text[at] === meant[at] && at < meant.length) at++;
  warn(`<${element.localName}> ${attribute}"${text}", position ${at}: did you mean "${meant}"?`, element);
}

/**
 * A log that says each thing about each element once, however often a page is read again.
 * @param log where warnings go; the first detail, if an object, is what a warning is about
 * @example const warn = warnOnce(console.warn);
 */
export function warnOnce(log: Log): Log {
  const said = new WeakMap<object, Set<string>>();
  return (message, ...details) => {
    const about = details[0] as object;
    const messages = said.get(about) ?? new Set();
    if (messages.has(message)) return;
    if (Object(about) === about) said.set(about, messages.add(message));
    log(message, ...details);
  };
}
