import { isName, own } from "./names.js";
import type { Policy } from "./policy.js";
import type { TopicRef } from "./signal.js";

/** What one topic gets of a signal. */
export interface Share {
  weight: number;
  /** Named by the signal and no ancestor of another named topic. */
  own: boolean;
  label?: string;
}

const mostTopics = 20;
const mostLevels = 8;

/**
 * A signal's topics and their ancestors, each once: ancestors get half the weight per level, and of several ways to a
 * topic the heaviest counts.
 */
export function spread(refs: readonly TopicRef[], topics: Policy["topics"]): Map<string, Share> {
  const shares = new Map<string, Share>();
  const above = new Set<string>();
  for (const ref of refs.slice(0, mostTopics)) {
    const { id, weight, label, parents } = typeof ref === "string" ? { id: ref } : ref;
    if (!isName(id)) continue;
    const full = weightOf(weight);
    const old = shares.get(id);
    shares.set(id, {
      weight: Math.max(full, old?.weight ?? 0),
      own: true,
      ...(isName(label) && { label }),
    });
    lineage(id, parents, topics).forEach((ancestor, level) => {
      above.add(ancestor);
      const share = shares.get(ancestor) ?? { weight: 0, own: false };
      shares.set(ancestor, { ...share, weight: Math.max(share.weight, full / 2 ** (level + 1)) });
    });
  }
  for (const id of above) shares.set(id, { ...(shares.get(id) as Share), own: false });
  return shares;
}

const weightOf = (weight = 1): number => (weight > 0 && weight < Infinity ? Math.min(weight, 10) : 1);

/** The ancestors a signal gives, nearest first, continued by those the manifest gives. */
function lineage(id: string, parents: readonly string[] | undefined, topics: Policy["topics"]): string[] {
  const line = [id];
  let next: readonly string[] = parents?.length ? parents : (own(topics, id)?.parents ?? []);
  while (next.length > 0 && line.length <= mostLevels) {
    const added = next.filter((parent) => isName(parent) && !line.includes(parent));
    line.push(...added);
    next = added.length > 0 ? (own(topics, added.at(-1) as string)?.parents ?? []) : [];
  }
  return line.slice(1, mostLevels + 1);
}
