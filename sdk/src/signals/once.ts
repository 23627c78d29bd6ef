import type { Emit } from "./ports.js";
import type { SignalKind, TopicRef } from "./signal.js";
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
    const markOf = (text: string): string => `${kind} ${slug(text)}`;
    const topicMark = (topic: TopicRef): string => markOf((topic as Topic).id);
    const isNew = (mark: string): boolean => !once.includes(kind) || !seen.has(mark);
    const items = [item?.id, item?.name].filter((text) => text !== undefined).map(markOf);
    const fresh = topics.filter((topic) => isNew(topicMark(topic)));
    if (!items.every(isNew) || (topics.length > 0 && fresh.length === 0)) return;
    emit({ ...signal, topics: fresh });
    // Without topics there is little to repeat: a better told view of the same item may still follow.
    if (fresh.length > 0) for (const mark of [...items, ...fresh.map(topicMark)]) seen.add(mark);
  };
}
