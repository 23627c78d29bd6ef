import { slug } from "./slug.js";
import { plain } from "./text.js";
import { chainTopic, mergeTopics, type Topic } from "./topic.js";

/** A search for "hiking boots" is about that, and half as much about each word. */
const wordWeight = 0.5;

/**
 * The topics of what a visitor typed into the search box. What looks like an address or a number (an order, a phone)
 * is none, so that nothing personal becomes a topic.
 */
export function searchTopics(value: unknown): Topic[] {
  const term = plain(value);
  if (term.length > 80 || /@|\d{5,}|:\/\//.test(term)) return [];
  const words = slug(term).split("-").slice(0, 5);
  const telling = words.filter((word) => word.length > 2 && !/^\d+$/.test(word));
  if (telling.length === 0) return [];
  return mergeTopics([chainTopic([term]), ...telling.map((word) => chainTopic([word], wordWeight))]);
}
