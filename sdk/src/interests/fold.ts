import { expire } from "./expire.js";
import { grow } from "./grow.js";
import { hash } from "./hash.js";
import { isName, own } from "./names.js";
import { type Policy, learningRulesOf } from "./policy.js";
import { newTopic, type Profile, type Topic } from "./profile.js";
import { isSensitive } from "./sensitive.js";
import type { Signal } from "./signal.js";
import { type Share, spread } from "./spread.js";
import { visitGap } from "./turn-page.js";
import { weights } from "./weights.js";

/**
 * Takes one signal into the profile: `s ← s · 2^(−Δt/h) + w`, O(1) and without a history. Depends on the signals and
 * their order alone, so that they may be folded at once or one by one, earlier or later. A signal with a sensitive topic
 * and a purchase already counted leave the profile as it is.
 * @param profile what the device remembers; not changed
 * @param signal what happened; a time after `now` counts as `now`
 * @param now ms since 1970
 * @param policy parts of the model that differ from the defaults
 * @returns the new profile: at most 50 topics, 40 facets, 32 KB
 * @example
 * profile = fold(profile, { kind: "view", topics: ["hiking"], at: now, page: "/boots" }, now);
 */
export function fold(profile: Profile, signal: Signal, now: number, policy?: Partial<Policy>): Profile {
  const rules = learningRulesOf(policy);
  const { kind, name = "", value } = signal;
  const { visit, declared } = profile;
  const { topics, facets, words } = spread(signal, rules.topics);
  const order = orderOf(signal);
  // a page under a sensitive topic leaves nothing at all; but a person may be called Christian
  const told = typeof value === "string" && !/name$/i.test(name) ? value : "";
  if (
    !Object.hasOwn(weights, kind) ||
    order in profile.orders ||
    words.some((id) => rules.topics[id]?.sensitive) ||
    [...words, name, told].some(isSensitive)
  )
    return profile;
  // never 0, which would say "not at all"
  const at = Math.min(signal.at > 0 ? signal.at : now, now);
  const weight = weights[kind];
  const take = (record: Profile["topics"], shares: Map<string, Share>): Profile["topics"] => {
    const next: Record<string, Topic> = { ...record };
    for (const [id, share] of shares) {
      const old = own(record, id);
      // what the visitor says is about the named topics alone; what is taken back must have been there
      if ((share.own || weight) && (old || weight >= 0))
        next[id] = grow(old ?? newTopic, { ...signal, at }, { ...share, id, rules });
    }
    return next;
  };
  return expire(
    {
      ...profile,
      topics: take(profile.topics, topics),
      facets: take(profile.facets, facets),
      declared:
        kind === "declare" && isName(name) && isValue(value)
          ? { ...declared, [name]: { value, at } }
          : declared,
      orders: order ? { ...profile.orders, [order]: at } : profile.orders,
      visit: at - visit.last > visitGap ? visit : { ...visit, last: Math.max(visit.last, at) },
    },
    at,
    rules,
  );
}

/** An order may come as one signal per item, hence the item's part of the hash. Empty when there is no order. */
const orderOf = ({ kind, order, item, topics }: Signal): string =>
  kind === "purchase" && order !== undefined
    ? String(hash(JSON.stringify([order, item?.id ?? item?.name ?? topics])))
    : "";

const isValue = (value: unknown): value is string | number | boolean =>
  isName(value) || typeof value === "boolean" || Number.isFinite(value);
