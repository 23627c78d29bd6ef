import type { Stop } from "../kernel/index.js";
import { subjectOfLink } from "./attributes.js";
import { listen, type Emit, type SourcePorts } from "./ports.js";

/** A `select` for each click on a link that bears topics, or stands in a teaser that does. */
export function startClicks({ clock, document, guard, page }: SourcePorts, emit: Emit): Stop {
  function onClick({ target }: Event): void {
    const link = (target as Partial<Element> | null)?.closest?.("a[href],[role=link]");
    const about = link ? subjectOfLink(link) : undefined;
    if (about && about.topics.length > 0) emit({ ...about, kind: "select", at: clock(), page });
  }
  return listen(document, ["click"], onClick, guard);
}
