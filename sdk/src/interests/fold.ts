import { expire } from "./expire.js";
import { grow } from "./grow.js";
import { hash } from "./hash.js";
import { isName, isValue, own } from "./names.js";
import { isPersonal } from "./personal.js";
import { day, type Policy, learningRulesOf } from "./policy.js";
import { priceBand, priceOf } from "./price-band.js";
import { newTopic, type Profile, type Topic } from "./profile.js";
import { isSensitive } from "./sensitive.js";
import type { Signal } from "./signal.js";
import { type Share, spread } from "./spread.js";
import { visitGap } from "./turn-page.js";
import { weights } from "./weights.js";

/**
 * Takes one signal into the profile: `s ← s · 2^(−Δt/h) + w`, O(1) and without a history. Depends on the signals and
 * their order alone, so that they may be folded at once or one by one, earlier or later. A signal with a sensitive topic, a
 * declaration or search with an address or number of a person, and a purchase already counted leave the profile as it is.
 * Where a product's page does not say how dear it is (facet `price`), the prices seen before in its topic do.
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
  const { topics, facets, words } = spread(signal, rules.topics);
  const order = orderOf(signal);
  if (!Object.hasOwn(weights, kind) || order in profile.orders || isUnfit(signal, words, rules))
    return profile;
  // never 0, which would say "not at all"
  const at = Math.min(signal.at > 0 ? signal.at : now, now);
  const weight = weights[kind];
  const price = priceOf(signal);
  const take = (record: Profile["topics"], shares: Map<string, Share>): Profile["topics"] => {
    const next: Record<string, Topic> = { ...record };
    for (const [id, share] of shares) {
      const old = own(record, id);
      // what the visitor says is about the named topics alone; what is taken back must have been there
      if ((share.own || weight) && (old || weight >= 0))
        next[id] = grow(old ?? newTopic, { ...signal, at }, { ...share, id, rules, price });
    }
    return next;
  };
  // an unused topic begins anew, whether or not a page or a signal that would have deleted it came between
  const old = [profile.topics, profile.facets].some((record) =>
    Object.values(record).some((topic) => at - topic.at >= rules.expiryDays * day),
  )
    ? expire(profile, at, rules)
    : profile;
  const { visit, declared } = old;
  const [main = ""] = topics.keys();
  const band = price && priceBand(own(old.topics, main), price);
  if (band && !signal.facets?.["price"]) facets.set(`price\n${band}`, { weight: 1, own: false });
  return expire(
    {
      ...old,
      topics: take(old.topics, topics),
      facets: take(old.facets, facets),
      declared:
        kind === "declare" && isName(name) && isValue(value)
          ? { ...declared, [name]: { value, at } }
          : declared,
      orders: order ? { ...old.orders, [order]: at } : old.orders,
      visit: at - visit.last > visitGap ? visit : { ...visit, last: Math.max(visit.last, at) },
    },
    at,
    rules,
  );
}

/** Whether nothing may be kept of a signal: of a page under a sensitive topic, of what tells who somebody is. */
function isUnfit({ kind, name = "", value }: Signal, words: readonly string[], { topics }: Policy): boolean {
  // a person may be called Christian
  const told = typeof value === "string" && !/name$/i.test(name) ? value : "";
  // people search for what they have in hand, their own address too
  const said = kind === "search" ? words : kind === "declare" ? [name, String(value)] : [];
  return (
    words.some((id) => topics[id]?.sensitive) ||
    [...words, name, told].some(isSensitive) ||
    said.some(isPersonal)
  );
}

/** An order may come as one signal per item, hence the item's part of the hash. Empty when there is no order. */
const orderOf = ({ kind, order, item, topics }: Signal): string =>
  kind === "purchase" && order !== undefined
    ? String(hash(JSON.stringify([order, item?.id ?? item?.name ?? topics])))
    : "";
