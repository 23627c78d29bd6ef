import type { TopicRef } from "./signal.js";
import { slug } from "./slug.js";
import { known, plain } from "./text.js";

/** Inside this room a topic is always told in full. */
export type Topic = Exclude<TopicRef, string>;

/** More than any honest page is about; bounds what a broken feed can cost. */
const mostTopics = 50;

/** The topic at the end of a chain of category names, root first; undefined when none of them has a letter. */
export function chainTopic(names: readonly string[], weight?: number): Topic | undefined {
  const labels = new Map<string, string>();
  for (const name of names.slice(0, 8)) {
    const id = slug(name);
    // A category that repeats its parent ("Shoes > Shoes") is one topic.
    if (id && !labels.has(id)) labels.set(id, name);
  }
  const [id, ...parents] = [...labels.keys()].reverse();
  if (!id) return undefined;
  return known<Topic>({ id, label: labels.get(id), parents: parents[0] ? parents : undefined, weight });
}

/** "Sport > Hiking > Boots" as names, root first. Links and bare numbers name no category. */
export function categoryNames(value: unknown, separator: RegExp = /\s*[>›»]\s*|\s+\/\s+/): string[] {
  const text = plain(value);
  return /^(http|\d+$)/.test(text) ? [] : text.split(separator).filter(Boolean);
}

const weightOf = (topic: Topic): number => topic.weight ?? 1;

/** Whether a topic was said with full weight, not only guessed or tagged. */
export const isFirm = (topic: TopicRef): boolean => typeof topic === "string" || weightOf(topic) >= 1;

/** What came first is nearer to the product; the other fills gaps, and the stronger word counts. */
const join = (one: Topic, other: Topic): Topic =>
  weightOf(one) === weightOf(other)
    ? { ...other, ...one }
    : { ...other, ...one, weight: Math.max(weightOf(one), weightOf(other)) };

/**
 * Each topic once, and none that another names as its ancestor: a product's bare "Boots" says less than the breadcrumb's
 * "Hiking > Boots", and "Hiking" beside it would count twice.
 */
export function mergeTopics(topics: readonly (Topic | undefined)[]): Topic[] {
  const byId = new Map<string, Topic>();
  const ancestors = new Set<string>();
  for (const topic of topics) {
    if (!topic) continue;
    const earlier = byId.get(topic.id);
    byId.set(topic.id, earlier ? join(earlier, topic) : topic);
    for (const parent of topic.parents ?? []) ancestors.add(parent);
  }
  return [...byId.values()].filter(({ id }) => !ancestors.has(id)).slice(0, mostTopics);
}
