import type { Emit } from "./ports.js";
import type { SignalKind, TopicRef } from "./signal.js";
import { slug } from "./slug.js";

const idOf = (topic: TopicRef): string => (typeof topic === "string" ? topic : topic.id);

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
    const { item, kind, page, topics } = signal;
    const mark = (key: string): string => [kind, page, key].join(" ");
    const isNew = (key: string): boolean => !seen.has(key);
    const topicKey = (topic: TopicRef): string => mark(idOf(topic));
    const items = [item?.id && `#${item.id}`, item?.name && `=${slug(item.name)}`]
      .filter(Boolean)
      .map(String)
      .map(mark);
    const fresh = topics.filter((topic) => isNew(topicKey(topic)));
    if (!once.includes(kind)) emit(signal);
    else if (items.every(isNew) && (fresh.length > 0 || topics.length === 0))
      emit({ ...signal, topics: fresh });
    // Without topics there is little to repeat: a better told view of the same item may still follow.
    if (topics.length > 0) for (const key of [...items, ...fresh.map(topicKey)]) seen.add(key);
  };
}
