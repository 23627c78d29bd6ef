import type { TopicRef } from "./signal.js";
import { slug } from "./slug.js";
import { plain } from "./text.js";

/** Inside this room a topic is always told in full. */
export type Topic = Exclude<TopicRef, string>;

/** More than any honest page is about; bounds what a broken feed can cost. */
const mostTopics = 50;

/** The topic at the end of a chain of category names, root first; none for links and bare numbers. */
export function chainTopic(names: readonly string[], weight = 1): Topic[] {
  const labels = new Map<string, string>();
  for (const name of names) {
    const id = slug(name);
    // A category that repeats its parent ("Shoes > Shoes") is one topic.
    if (id && !/^(\d+$|https?-)/.test(id) && !labels.has(id)) labels.set(id, name.trim());
  }
  const [id, ...parents] = [...labels.keys()].reverse();
  return id ? [{ id, label: labels.get(id) ?? "", weight, ...(parents[0] && { parents }) }] : [];
}

/**
 * Each topic once, and none that another names as its ancestor: a product's bare "Boots" says less than the breadcrumb's
 * "Hiking > Boots", and "Hiking" beside it would count twice. What was said first wins, the other fills gaps.
 */
export function mergeTopics(topics: readonly Topic[]): Topic[] {
  const byId = new Map<string, Topic>();
  const ancestors = new Set<string>();
  for (const topic of topics) {
    byId.set(topic.id, { ...topic, ...byId.get(topic.id) });
    for (const parent of topic.parents ?? []) ancestors.add(parent);
  }
  return [...byId.values()].filter(({ id }) => !ancestors.has(id)).slice(0, mostTopics);
}

/**
 * The topic of what a visitor typed into the search box. What looks like an address or a number (an order, a phone) is
 * none, so that nothing personal becomes a topic.
 */
export function searchTopic(value: unknown): Topic[] {
  const term = plain(value);
  return term.length > 80 || /@|\d{5}|:\/\//.test(term) ? [] : chainTopic([term]);
}
