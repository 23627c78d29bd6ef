import type { SourcePorts } from "./ports.js";
import { movements } from "./start-dwell.js";

const depth = 0.75;
/** Measuring at every event could cost a layout each. */
const restMs = 200;

/** One `scroll` when three quarters of the page have been seen, by scrolling. */
export function startScroll({ clock, document, listen, subject, tell, window }: SourcePorts): void {
  let next = 0;

  listen(document, movements, () => {
    const about = subject();
    if (!about || clock() < next) return;
    next = clock() + restMs;
    const { innerHeight, scrollY } = window;
    if (!scrollY || scrollY + innerHeight < depth * document.documentElement.scrollHeight) return;
    next = Infinity;
    tell({ ...about, kind: "scroll" });
  });
}
