import { isName } from "./names.js";
import type { Policy } from "./policy.js";
import type { Signal } from "./signal.js";

/** What one topic or facet gets of a signal. */
export interface Share {
  weight: number;
  /** Named by the signal and no ancestor of another named topic. */
  own: boolean;
  label?: string | undefined;
}

/** The shares of a signal, and all its words, whether they are fit for names or not. */
export interface Shares {
  topics: Map<string, Share>;
  facets: Map<string, Share>;
  words: string[];
}

/**
 * A signal's topics and their ancestors, each once: ancestors get half the weight per level, and of several ways to a
 * topic the heaviest counts. Its facets have no ancestors.
 */
export function spread(signal: Signal, known: Policy["topics"]): Shares {
  const topics = new Map<string, Share>();
  const facets = new Map<string, Share>();
  const words: string[] = [];
  for (const ref of Array.isArray(signal.topics) ? (signal.topics as Signal["topics"]) : []) {
    const { id, weight = 1, label, parents = [] } = typeof ref === "string" ? { id: ref } : ref;
    let share = weight > 0 ? Math.min(weight, 10) : 1;
    // the set also gives what is added on the way, and nothing twice: a circle of parents ends
    const line = new Set([id, ...parents]);
    for (const one of line) {
      const old = topics.get(one);
      const named = one === id;
      words.push(one);
      if (isName(one))
        topics.set(one, {
          weight: Math.max(share, old?.weight ?? 0),
          own: named && old?.own !== false,
          label: named && isName(label) ? label : old?.label,
        });
      for (const parent of known[one]?.parents ?? []) line.add(parent);
      share /= 2;
    }
    words.push(label ?? "");
  }
  for (const [name, value] of Object.entries(signal.facets ?? {})) {
    words.push(name, value);
    if (isName(name) && isName(value)) facets.set(`${name}\n${value}`, { weight: 1, own: false });
  }
  return { topics, facets, words };
}
