import { hash } from "./hash.js";
import { grow } from "./grow.js";
import { limit } from "./limit.js";
import { isName, own } from "./names.js";
import { type Policy, rulesOf } from "./policy.js";
import type { Facet, Profile, Topic } from "./profile.js";
import type { Signal } from "./signal.js";
import { type Share, spread } from "./spread.js";
import { decay } from "./strength.js";
import { visitGap } from "./turn-page.js";
import { weights } from "./weights.js";
import { withheld } from "./withheld.js";

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
  const rules = rulesOf(policy);
  const orders = countOrder(profile, signal, now);
  if (!Object.hasOwn(weights, signal.kind) || !orders || withheld(signal, rules)) return profile;
  const at = timeOf(signal, now);
  const { visit } = profile;
  const live = visit.count > 0 && at > visit.last && at - visit.last <= visitGap;
  const next: Profile = {
    ...profile,
    topics: foldTopics(profile, { ...signal, at }, rules),
    facets: foldFacets(profile, { ...signal, at }, rules),
    declared: foldDeclared(profile, signal, at),
    orders,
    visit: live ? { ...visit, last: at } : visit,
  };
  return limit(next, at, rules);
}

/** At least 1, so that a time is never taken for "not at all". */
const timeOf = ({ at }: Signal, now: number): number => Math.max(1, at > -Infinity && at < now ? at : now);

const mostOrders = 64;

/** An order may come as one signal per item, hence the item's part of the hash. Undefined when counted before. */
function countOrder({ orders }: Profile, signal: Signal, now: number): Profile["orders"] | undefined {
  if (signal.kind !== "purchase" || signal.order === undefined) return orders;
  const key = hash(JSON.stringify([signal.order, signal.item?.id ?? signal.item?.name ?? signal.topics]));
  if (orders.some(([known]) => known === key)) return undefined;
  return [...orders, [key, timeOf(signal, now)] as const].slice(-mostOrders);
}

function foldTopics({ topics }: Profile, signal: Signal, rules: Policy): Profile["topics"] {
  const grown = [...spread(signal.topics, rules.topics)].flatMap(([id, share]): [string, Topic][] => {
    const topic = own(topics, id);
    return touches(signal, share, topic) ? [[id, grow(topic, signal, { ...share, id, rules })]] : [];
  });
  return grown.length > 0 ? { ...topics, ...Object.fromEntries(grown) } : topics;
}

/** What the visitor says is about the named topics alone; what is taken back must have been there. */
const touches = ({ kind }: Signal, share: Share, topic: Topic | undefined): boolean =>
  kind === "declare" || kind === "dismiss" ? share.own : kind !== "uncart" || topic !== undefined;

function foldFacets({ facets }: Profile, signal: Signal, rules: Policy): Profile["facets"] {
  const weight = weights[signal.kind];
  if (!signal.facets || weight <= 0) return facets;
  let next = facets;
  for (const [name, value] of Object.entries(signal.facets).slice(0, 20)) {
    if (!isName(name) || !isName(value)) continue;
    const values = own(next, name) ?? {};
    const old: Facet = own(values, value) ?? { score: 0, at: signal.at, count: 0 };
    const at = Math.max(old.at, signal.at);
    const left = (since: number): number => decay(since, at, rules.halfLifeDays);
    const score = old.score * left(old.at) + weight * left(signal.at);
    next = { ...next, [name]: { ...values, [value]: { score, at, count: old.count + 1 } } };
  }
  return next;
}

const longestValue = 200;

function foldDeclared({ declared }: Profile, { kind, name, value }: Signal, at: number): Profile["declared"] {
  if (kind !== "declare" || value === undefined || !isName(name)) return declared;
  if (typeof value === "string" ? value.length > longestValue : !Number.isFinite(Number(value)))
    return declared;
  return { ...declared, [name]: { value, at } };
}
