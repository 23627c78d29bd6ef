import type { Emit } from "./ports.js";
import type { SignalKind, TopicRef } from "./signal.js";
import { slug } from "./slug.js";

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
    if (!once.includes(kind)) return emit(signal);
    const isNew = (mark: string): boolean => !seen.has(mark);
    const topicMark = (topic: TopicRef): string => `${kind} ${typeof topic === "string" ? topic : topic.id}`;
    const items = [item?.id, item?.name].flatMap((text) => (text ? `${kind}: ${slug(text)}` : []));
    const fresh = topics.filter((topic) => isNew(topicMark(topic)));
    // Without topics there is little to repeat: a better told view of the same item may still follow.
    if (items.every(isNew) && (fresh.length > 0 || topics.length === 0)) emit({ ...signal, topics: fresh });
    if (topics.length > 0) for (const mark of [...items, ...fresh.map(topicMark)]) seen.add(mark);
  };
}
