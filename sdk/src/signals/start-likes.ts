import { isIgnored, subjectOf } from "./attributes.js";
import type { SourcePorts } from "./ports.js";
import { tellUnlessTold } from "./tell-unless-told.js";

/** How long a shop may take to note a wish down, ms. */
const patienceMs = 3000;

/**
 * A `like` when a wish-list button becomes pressed (`aria-pressed`) after a click: of the teaser it stands in, else of the
 * page's product. What a list shows without topics of its own is not known, and tells nothing.
 */
export function startLikes(ports: SourcePorts): void {
  const { document, end, guard, listen } = ports;
  listen(document, ["click"], ({ target }) => {
    const button = (target as Partial<Element>).closest?.('[aria-pressed][class*="wish"]');
    if (!button || isIgnored(button)) return;
    const about = subjectOf(button);
    if (!about && button.closest("li,article")) return;
    const observer = new MutationObserver(() => {
      observer.disconnect();
      if (button.getAttribute("aria-pressed") === "true") guard(() => tellUnlessTold(ports, "like", about));
    });
    observer.observe(button, { attributeFilter: ["aria-pressed"] });
    const timer = setTimeout(() => observer.disconnect(), patienceMs);
    end.addEventListener("abort", () => {
      observer.disconnect();
      clearTimeout(timer);
    });
  });
}
