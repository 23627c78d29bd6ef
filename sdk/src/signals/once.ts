import type { Emit } from "./ports.js";
import type { SignalKind } from "./signal.js";
import { slug } from "./slug.js";
import type { Topic } from "./topic.js";

/** Kinds that several sources report of one fact. A product can well be put into the cart twice. */
const once: readonly SignalKind[] = ["view", "list", "select", "search"];

/**
 * Lets each fact through once per page. A fact is the kind with the item (by id or by name, since structured data and
 * dataLayer number products differently) or the topic: a signal about a known item is dropped; of any other, the topics
 * already reported are left out, and the signal is dropped when none remains.
 */
export function passOnce(emit: Emit): Emit {
  const seen = new Set<string>();
  return (signal) => {
    const { item, kind, topics } = signal;
    const isNew = (text: string): boolean => !once.includes(kind) || !seen.has(kind + slug(text));
    const items = [item?.id, item?.name].filter((text) => text !== undefined);
    const ids = topics.map((topic) => (topic as Topic).id);
    if (!items.every(isNew) || (ids.length > 0 && !ids.some(isNew))) return;
    emit({ ...signal, topics: topics.filter((_, index) => isNew(ids[index] ?? "")) });
    // Without topics there is little to repeat: a better told view of the same item may still follow.
    if (ids[0]) for (const text of [...items, ...ids]) seen.add(kind + slug(text));
  };
}
