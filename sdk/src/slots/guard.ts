import type { Stop } from "../kernel/ports.js";

/**
 * Watches over a slot that shows a variant: a framework that renders the slot again (hydration, a state change) takes the
 * variant out. Two reverts end the watch, so that two scripts never fight over an element.
 * @param isOurs whether the slot still shows what it should
 * @param onRevert called at the first and the second revert, with 1 and 2
 * @example const stop = guard(element, () => node.isConnected, (times) => { … });
 */
export function guard(element: Element, isOurs: () => boolean, onRevert: (times: number) => void): Stop {
  let times = 0;
  const observer = new MutationObserver(() => {
    if (isOurs()) return;
    onRevert(++times);
    if (times > 1) observer.disconnect();
    // What was done just now is our own doing.
    else observer.takeRecords();
  });
  observer.observe(element, { childList: true });
  return () => observer.disconnect();
}
