import { subjectOf } from "./attributes.js";
import type { SourcePorts } from "./ports.js";

/** A `select` for each click on a link that bears topics, or stands in a teaser that does. */
export function startClicks({ document, listen, tell }: SourcePorts): void {
  listen(document, ["click"], ({ target }) => {
    const link = (target as Partial<Element>).closest?.("a[href],[role=link]");
    const about = link && subjectOf(link);
    if (about && about.topics.length > 0) tell({ ...about, kind: "select" });
  });
}
