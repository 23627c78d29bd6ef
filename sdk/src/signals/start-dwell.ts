import type { SourcePorts } from "./ports.js";

const stepMs = 20_000;
const mostSteps = 3;
/** A reader may rest this long without a movement; after that the visitor may have left the desk. */
const idleMs = 30_000;

/** The events by which a visitor shows to be there. */
const movements = ["scroll", "pointermove", "keydown", "visibilitychange"];

/**
 * One `dwell` per full 20 s of visible, active time, at most 3 a page. Hidden and idle time does not count. Needs no timer:
 * each movement adds the time since the one before, and leaving the page is a movement, too.
 */
export function startDwell({ clock, document, listen, tellOfPage }: SourcePorts): void {
  let active = 0; // ms, of the current step
  let steps = 0;
  let last = clock();
  let wasVisible = !document.hidden;

  listen(document, movements, () => {
    const now = clock();
    if (wasVisible) active += Math.min(now - last, idleMs);
    last = now;
    wasVisible = !document.hidden;
    for (; active >= stepMs; active -= stepMs) if (steps < mostSteps && tellOfPage("dwell")) steps++;
  });
}
