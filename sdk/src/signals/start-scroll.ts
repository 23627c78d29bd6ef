import type { SourcePorts } from "./ports.js";

const depth = 0.75;

/**
 * One `scroll` when three quarters of the page have been seen, by scrolling. The event comes once per frame, before the
 * browser's own layout, so that reading heights in it costs no layout of its own.
 */
export function startScroll({ document, listen, tellOfPage, window }: SourcePorts): void {
  let done = false;
  listen(document, ["scroll"], () => {
    const seen = window.scrollY + window.innerHeight;
    done ||= seen >= depth * document.documentElement.scrollHeight && tellOfPage("scroll");
  });
}
